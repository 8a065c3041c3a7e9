package org.demarche.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/**
 * The plain text of an article, as its coder keeps it. Immutable.
 *
 * @param name the file's, without its folder and extension
 * @param text without a byte order mark; line ends as they are
 * @param sha256 of the bytes of the file, in hexadecimal
 */
public record Article(String name, String text, String sha256) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Longer than any op-ed by far: a whole newspaper was not meant. */
  private static final long LONGEST = 1_000_000;

  /**
   * Reads an article.
   *
   * @param file plain text in UTF-8
   * @throws DemarcheException when the file is missing, empty, too long or not in UTF-8
   */
  public static Article read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw bad(file + ": there is no such file.");
    }
    try {
      if (Files.size(file) > LONGEST) {
        throw bad(file + ": an article has at most " + LONGEST + " bytes. Save it alone.");
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = decode(bytes);
      if (text.isBlank()) {
        throw bad(file + ": the file is empty.");
      }
      String fileName = String.valueOf(file.getFileName());
      return new Article(
          fileName.replaceFirst("\\.[^.]+$", ""), text, DigestUtils.sha256Hex(bytes));
    } catch (CharacterCodingException e) {
      throw bad(file + ": the file isn't in UTF-8. Save it as plain text in UTF-8.");
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, file + ": the file can't be read: " + e.getMessage(), e);
    }
  }

  /** Of the whole text, in characters, which are code points. */
  public int length() {
    return characters(text.length());
  }

  /** How many characters there are before a place in {@link #text}. */
  public int characters(int index) {
    return text.codePointCount(0, index);
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    // A new decoder refuses what isn't UTF-8, where a String would hold question marks.
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
  }

  private static DemarcheException bad(String message) {
    return new DemarcheException(ErrorCategory.BAD_INPUT, message);
  }
}
