package org.demarche.server.opeds;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.demarche.server.problem.ProblemException;

/**
 * What a client takes for granted when it changes an op-ed: RFC 9110, section 13. So two clients
 * that have read the same op-ed can't undo each other's changes unawares.
 *
 * @param ifMatch the tags of {@code If-Match}; empty where there is no such header
 * @param ifNoneMatch the tags of {@code If-None-Match}; empty where there is no such header
 */
record Preconditions(List<String> ifMatch, List<String> ifNoneMatch) {
  private static final String ANY = "*";

  Preconditions {
    ifMatch = List.copyOf(ifMatch);
    ifNoneMatch = List.copyOf(ifNoneMatch);
  }

  /**
   * Those of a request.
   *
   * @throws ProblemException 400 when a header names no tag: its client meant to be careful
   */
  static Preconditions of(HttpServletRequest request) {
    return new Preconditions(tags(request, "If-Match"), tags(request, "If-None-Match"));
  }

  /**
   * Returns when they hold.
   *
   * @param current the op-ed as it is; empty where there is none
   * @throws ProblemException 412 when one doesn't hold
   */
  void require(Optional<OpEdVersion> current) {
    if (!ifMatch.isEmpty() && !matches(ifMatch, current)) {
      throw new ProblemException(
          412,
          current
              .map(
                  version ->
                      "The op-ed was changed since it was read: commit "
                          + version.commit()
                          + " did so last. Nothing was changed now. GET it again, and send its new"
                          + " ETag in If-Match.")
              .orElse(
                  "There is no such op-ed, so it can't be the one that If-Match names. Nothing was"
                      + " changed."));
    }
    // Weak tags are compared here by what they name: section 13.1.2.
    if (matches(ifNoneMatch.stream().map(Preconditions::strong).toList(), current)) {
      throw new ProblemException(
          412, "There is such an op-ed already, and If-None-Match asks that there be none.");
    }
  }

  private static boolean matches(List<String> tags, Optional<OpEdVersion> current) {
    return current
        .filter(
            version ->
                tags.contains(ANY) || OpEdForms.tags(version).stream().anyMatch(tags::contains))
        .isPresent();
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /**
   * Returns when {@code If-Match} holds for the list of op-eds, which is always there.
   *
   * @param current the tags of the list as it is
   * @throws ProblemException 412 when it doesn't
   */
  void requireList(List<String> current) {
    if (!ifMatch.isEmpty()
        && !ifMatch.contains(ANY)
        && current.stream().noneMatch(ifMatch::contains)) {
      throw new ProblemException(
          412,
          "The list of op-eds isn't as If-Match has it. Nothing was changed. GET it again, and send"
              + " its new ETag in If-Match.");
    }
  }

  private static List<String> tags(HttpServletRequest request, String header) {
    List<String> values = Collections.list(request.getHeaders(header));
    List<String> tags = tags(values);
    if (tags.isEmpty() && !values.isEmpty()) {
      throw new ProblemException(
          400, "The header " + header + " is empty. Write an ETag or * into it, or leave it out.");
    }
    return tags;
  }

  private static List<String> tags(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        // The tag of a compressed answer names the same state of the op-ed.
        .map(tag -> tag.replaceFirst("--?gzip\"$", "\""))
        .toList();
  }
}
