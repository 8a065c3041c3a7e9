package org.demarche.server.negotiation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;

/**
 * A strong validator of an answer: RFC 9110, section 8.8.3. It changes with the commit, the form
 * and the variant. It also changes when the server starts anew, as another version may write the
 * same answer differently, and another data folder may have reached the same commit.
 *
 * @param value with its quotation marks
 */
public record EntityTag(String value) {
  /** The header that tells the number of the commit that an answer is of. */
  public static final String COMMIT = "Demarche-Commit";

  private static final String START = Long.toString(System.currentTimeMillis(), 36);

  /**
   * The tag of what a commit answers.
   *
   * @param commit that the answer is made from
   * @param mediaType of the answer
   * @param variant what else decides its bytes and doesn't stand in the URL; may be empty
   */
  public static EntityTag of(long commit, String mediaType, String variant) {
    String form = (mediaType + variant).replaceAll("[^A-Za-z0-9.+-]", ".");
    return new EntityTag("\"" + commit + "-" + form + "-" + START + "\"");
  }

  /**
   * Puts the tag on the response, and answers 304 where the client has this answer already.
   *
   * @return whether it has, so that there is nothing more to write
   */
  public boolean settles(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("ETag", value);
    response.setHeader("Cache-Control", "no-cache");
    if (isKnownTo(request)) {
      response.setStatus(304);
      return true;
    }
    return false;
  }

  /**
   * Whether the client has this answer already: {@code If-None-Match}, RFC 9110, section 13.1.2.
   */
  private boolean isKnownTo(HttpServletRequest request) {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(value) || tag.equals("*"));
  }
}
