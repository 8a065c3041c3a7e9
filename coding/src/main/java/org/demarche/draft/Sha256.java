package org.demarche.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By which a text is known without being kept. */
final class Sha256 {
  /** As many hexadecimal digits as tell paragraphs apart. */
  private static final int DIGITS_OF_PARAGRAPH = 16;

  private Sha256() {}

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The beginning of the hash of a paragraph's text in UTF-8. */
  static String ofParagraph(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS_OF_PARAGRAPH);
  }
}
