package org.demarche.server.api;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.ParameterType;
import org.demarche.server.problem.ProblemException;

/**
 * A request for the answer to a canned query.
 *
 * @param query what is asked
 * @param values for the query's parameters, by name
 * @param language in which labels are wanted, by the header, where no parameter says so
 * @param paging which part is wanted; empty for all
 * @param pinned the number of the commit that the answer was cited with
 */
record Asked(
    CannedQuery query,
    Map<String, List<String>> values,
    Optional<String> language,
    Optional<Paging> paging,
    Optional<Long> pinned) {
  /** The parameter that chooses the language of labels. */
  static final String LANGUAGE = "lang";

  /**
   * Parameters of every query, which say how the answer is given. No query has its own of these.
   */
  static final Set<String> RESERVED = Set.of("format", "limit", "after", "commit", "sort");

  /**
   * Reads a request.
   *
   * @throws ProblemException 400 when a reserved parameter is wrong
   */
  static Asked of(Context context, CannedQuery query) {
    Map<String, List<String>> values = new LinkedHashMap<>(context.queryParamMap());
    values.keySet().removeAll(RESERVED);
    Optional<String> language = Optional.empty();
    if (isMissing(values)) {
      language = language(context, query);
      language.ifPresent(found -> values.put(LANGUAGE, List.of(found)));
    }
    return new Asked(
        query,
        values,
        language,
        Paging.of(
            Optional.ofNullable(context.queryParam("limit")).filter(text -> !text.isEmpty()),
            Optional.ofNullable(context.queryParam("after")).filter(text -> !text.isEmpty())),
        Optional.ofNullable(context.queryParam("commit"))
            .filter(text -> !text.isEmpty())
            .map(Asked::commit));
  }

  /** What was given for a parameter; empty where nothing was. */
  String value(String parameter) {
    return values.getOrDefault(parameter, List.of()).stream()
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The path and query of the next page. */
  String page(String format, Paging paging) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    all.put("limit", List.of(Integer.toString(paging.limit())));
    paging.after().ifPresent(after -> all.put("after", List.of(after)));
    if (!format.isEmpty()) {
      all.put("format", List.of(format));
    }
    return path(query, all);
  }

  /** The path and query that ask with some values. */
  static String path(CannedQuery query, Map<String, List<String>> values) {
    String given =
        values.entrySet().stream()
            .flatMap(
                value ->
                    value.getValue().stream()
                        .map(text -> encoded(value.getKey()) + "=" + encoded(text)))
            .collect(Collectors.joining("&"));
    return "/queries/" + query.name() + (given.isEmpty() ? "" : "?" + given);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static boolean isMissing(Map<String, List<String>> values) {
    return values.getOrDefault(LANGUAGE, List.of()).stream().allMatch(String::isEmpty);
  }

  /** The language that the client likes best, of those there are: RFC 4647, section 3.4. */
  private static Optional<String> language(Context context, CannedQuery query) {
    String header = context.header("Accept-Language");
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    return query
        .parameter(LANGUAGE)
        .flatMap(
            parameter ->
                parameter.type() instanceof ParameterType.Choice choice
                    ? Optional.ofNullable(Locale.lookupTag(ranges(header), choice.values()))
                    : Optional.empty());
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      // A header that can't be read is none, as with Accept.
      return List.of();
    }
  }

  private static long commit(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new ProblemException(
          400, "\"%s\" is no number of a commit, as in commit=3.".formatted(text));
    }
    return Long.parseLong(text);
  }
}
