package org.demarche.server.api;

import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.queries.CannedQuery;
import org.demarche.server.pages.FullStop;

/**
 * How to cite a result.
 *
 * @param text for a footnote
 * @param bibtex an entry for a bibliography
 * @param link to the result, with the commit it was made from
 */
public record Citation(String text, String bibtex, String link) {
  private static final Map<Integer, String> IN_TEX =
      Map.of(
          (int) '\\', "\\textbackslash{}",
          (int) '{', "\\{",
          (int) '}', "\\}",
          (int) '%', "\\%",
          (int) '&', "\\&",
          (int) '#', "\\#",
          (int) '_', "\\_",
          (int) '$', "\\$",
          (int) '~', "\\textasciitilde{}",
          (int) '^', "\\textasciicircum{}");

  /**
   * @param today the day to tell where the edition tells none
   */
  static Citation of(CannedQuery query, QueryAddress address, Edition edition, String today) {
    String commit = Long.toString(edition.commit());
    String path = address.with("commit", commit);
    String link = address.absolute(path);
    String day = edition.day().orElse(today);
    String values =
        address.values().entrySet().stream()
            .map(value -> value.getKey() + " = " + value.getValue())
            .collect(Collectors.joining(", "));
    String title = query.summary() + (values.isEmpty() ? "" : " (" + values + ")");
    String text =
        "Demarche. “%s” Dataset, commit %s, %s. %s"
            .formatted(FullStop.after(title), commit, day, link);
    String bibtex =
        """
        @misc{demarche-%s-%s,
          author = {{Demarche}},
          title  = {{%s}},
          year   = {%s},
          date   = {%s},
          note   = {Query %s of the dataset Demarche, commit %s},
          url    = {%s}
        }
        """
            .formatted(
                query.name(),
                commit,
                tex(title),
                day.substring(0, 4),
                day,
                tex(query.name()),
                commit,
                link);
    return new Citation(text, bibtex, path);
  }

  private static String tex(String text) {
    return text.codePoints()
        .mapToObj(letter -> IN_TEX.getOrDefault(letter, Character.toString(letter)))
        .collect(Collectors.joining());
  }
}
