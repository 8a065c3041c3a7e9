package org.demarche.server.search;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.search.Search;
import org.demarche.server.pages.Labels;
import org.demarche.server.problem.ProblemException;

/**
 * A request to {@code /search} or {@code /search/suggest}.
 *
 * @param text what is looked for; may be empty
 * @param kind the only kind of things that is wanted
 * @param limit how many of each kind are wanted at most
 * @param languages in which things are named, the best first
 */
record Asked(String text, Optional<String> kind, int limit, List<String> languages) {
  static final int MOST = 100;
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,40}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

  Asked {
    languages = List.copyOf(languages);
  }

  /**
   * Reads a request.
   *
   * @param usual the limit where none is given
   * @param usualOfKind the limit where none is given, but a kind is
   * @throws ProblemException 400 when a parameter is wrong
   */
  static Asked of(Context context, int usual, int usualOfKind) {
    Optional<String> kind = parameter(context, "kind");
    kind.filter(name -> !KIND.matcher(name).matches())
        .ifPresent(
            name -> {
              throw new ProblemException(
                  400, "\"%s\" is no kind of things, as in kind=actor.".formatted(name));
            });
    Optional<String> language = parameter(context, "lang");
    language
        .filter(tag -> !LANGUAGE.matcher(tag).matches())
        .ifPresent(
            tag -> {
              throw new ProblemException(
                  400, "\"%s\" is no language, as in lang=ko.".formatted(tag));
            });
    int limit =
        parameter(context, "limit")
            .map(Asked::limit)
            .orElse(kind.isPresent() ? usualOfKind : usual);
    return new Asked(
        parameter(context, "q").map(String::strip).orElse(""),
        kind,
        limit,
        Labels.languages(
            language.map(tag -> tag.replaceFirst("-.*", "")).orElse(""),
            Optional.ofNullable(context.header("Accept-Language")).orElse("")));
  }

  Search search() {
    return new Search(text, kind, limit);
  }

  /** Of the bytes of the answer, what the URL doesn't tell. */
  String variant() {
    return String.join("-", languages);
  }

  private static Optional<String> parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
  }

  private static int limit(String text) {
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST) {
      throw new ProblemException(
          400,
          "\"%s\" is no limit. Give a number from 1 to %d, as in limit=20.".formatted(text, MOST));
    }
    return Integer.parseInt(text);
  }
}
