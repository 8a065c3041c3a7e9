package org.demarche.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The secret that lets a client write. It is printed nowhere; compare it with {@link #matches}.
 *
 * @param secret letters, digits and {@code - . _ ~ + /}, with {@code =} at the end only: what may
 *     stand in an {@code Authorization} header, RFC 6750, section 2.1
 */
public record Token(String secret) {
  private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  /**
   * @throws IllegalArgumentException when the secret could not be sent in a header
   */
  public Token {
    if (!B64TOKEN.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "A token has letters, digits and - . _ ~ + / only, and = at its end, so that it can be"
              + " sent in a header. Another text was given.");
    }
  }

  /** Whether this is the secret. Takes as long for a near miss as for a wide one. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(secret.getBytes(UTF_8), candidate.getBytes(UTF_8));
  }

  /** Without the secret, so that no log ever holds it. */
  @Override
  public String toString() {
    return "Token[…]";
  }
}
