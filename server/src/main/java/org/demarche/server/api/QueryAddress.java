package org.demarche.server.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.queries.CannedQuery;

/**
 * Where a query with its values is found.
 *
 * @param root scheme and authority, without a slash at the end
 * @param name of the query
 * @param values by the names of parameters and in their order; none is empty
 */
record QueryAddress(String root, String name, Map<String, String> values) {

  /** The address of a query; values that are empty or that no parameter takes are left out. */
  static QueryAddress of(String root, CannedQuery query, Map<String, List<String>> values) {
    Map<String, String> given = new LinkedHashMap<>();
    query
        .parameters()
        .forEach(
            parameter ->
                values.getOrDefault(parameter.name(), List.of()).stream()
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .ifPresent(text -> given.put(parameter.name(), text)));
    return new QueryAddress(root, query.name(), given);
  }

  /** The path and query on this server. */
  String path() {
    return path("", Map.of());
  }

  /** The same with one parameter more, such as {@code format} and {@code csv}. */
  String with(String parameter, String value) {
    return path("", Map.of(parameter, value));
  }

  /** Where the SPARQL text is. */
  String text() {
    return path("/query", Map.of());
  }

  /** A path of this server as the whole world may write it. */
  String absolute(String path) {
    return root + path;
  }

  private String path(String below, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(more);
    String given =
        all.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return "/queries/" + name + below + (given.isEmpty() ? "" : "?" + given);
  }

  /** Percent-encoded for the query of a URL; slashes and colons may stand there as they are. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/").replace("%3A", ":");
  }
}
