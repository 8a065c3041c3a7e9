package org.demarche.load;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/**
 * Decodes strictly: Jena's own decoder puts a replacement for every byte that isn't UTF-8, and a
 * Korean name would be stored as question marks.
 */
final class Utf8 {
  private static final String SAVE_AS_UTF_8 = "Save the file as UTF-8.";

  private Utf8() {}

  /** The text, without a byte order mark. */
  static String decode(SourceFile file) throws NotUtf8Exception {
    byte[] bytes = file.content();
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw new NotUtf8Exception(
          Finding.fault(new Place(file.name(), 1, 1), "The file is in UTF-16.", SAVE_AS_UTF_8));
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new NotUtf8Exception(
          Finding.fault(
              endOf(file.name(), text),
              "The byte 0x%02X here isn't UTF-8.".formatted(in.get(in.position())),
              SAVE_AS_UTF_8));
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static Place endOf(String file, String text) {
    long line = text.chars().filter(character -> character == '\n').count() + 1;
    return new Place(file, line, text.length() - text.lastIndexOf('\n'));
  }

  /** The bytes aren't UTF-8. */
  static final class NotUtf8Exception extends Exception {
    private final transient Finding finding;

    NotUtf8Exception(Finding finding) {
      super(finding.toString());
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }
}
