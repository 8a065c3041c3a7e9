package org.demarche.server.sparql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.server.problem.ProblemException;

/**
 * Reads {@code application/x-www-form-urlencoded}, strictly: what is not UTF-8, or no percent
 * encoding, is an error and never replaced by another character. A query that silently asks for
 * something else than it says would be worse than none.
 */
public final class FormEncoding {
  private FormEncoding() {}

  /**
   * The parameters of a query string or a form, in the order of their first appearance.
   *
   * @throws ProblemException 400 when the text is not so encoded
   */
  public static Map<String, List<String>> parse(byte[] encoded) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    int from = 0;
    while (from < encoded.length) {
      int end = indexOf(encoded, '&', from, encoded.length);
      int equals = indexOf(encoded, '=', from, end);
      if (end > from) {
        String name = decode(encoded, from, equals);
        String value = equals < end ? decode(encoded, equals + 1, end) : "";
        parameters.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
      }
      from = end + 1;
    }
    return parameters;
  }

  /**
   * The text that the bytes are.
   *
   * @throws ProblemException 400 when they are not UTF-8
   */
  static String utf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new ProblemException(400, "The request is not valid UTF-8. Send it in that encoding.");
    }
  }

  private static String decode(byte[] encoded, int from, int to) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(to - from);
    for (int at = from; at < to; at++) {
      switch (encoded[at]) {
        case '+' -> decoded.write(' ');
        case '%' -> {
          decoded.write(hexadecimal(encoded, at, to));
          at += 2;
        }
        default -> decoded.write(encoded[at]);
      }
    }
    return utf8(decoded.toByteArray());
  }

  private static int hexadecimal(byte[] encoded, int percent, int to) {
    int high = percent + 2 < to ? Character.digit(encoded[percent + 1], 16) : -1;
    int low = percent + 2 < to ? Character.digit(encoded[percent + 2], 16) : -1;
    if (high < 0 || low < 0) {
      String wrong = new String(encoded, percent, Math.min(3, to - percent), US_ASCII);
      throw new ProblemException(
          400,
          "A parameter is not well encoded: \""
              + wrong
              + "\" is no percent sign with two hexadecimal digits. A literal percent sign is"
              + " written %25.");
    }
    return high * 16 + low;
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
