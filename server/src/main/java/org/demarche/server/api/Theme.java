package org.demarche.server.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.queries.CannedQuery;
import org.demarche.server.pages.Heading;

/**
 * Queries that belong together.
 *
 * @param name of their folder
 * @param queries by name
 */
public record Theme(String name, List<CannedQuery> queries) {
  /** All themes, by name. */
  public static List<Theme> of(Collection<CannedQuery> queries) {
    Map<String, List<CannedQuery>> themes =
        queries.stream()
            .collect(Collectors.groupingBy(CannedQuery::theme, TreeMap::new, Collectors.toList()));
    return themes.entrySet().stream()
        .map(theme -> new Theme(theme.getKey(), theme.getValue()))
        .toList();
  }

  /** For a person. */
  public String heading() {
    return Heading.of(name);
  }
}
