package org.demarche.server.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.graph.Snapshot;
import org.demarche.search.Hit;
import org.demarche.search.Hits;
import org.demarche.search.Search;
import org.demarche.server.pages.Labels;

/**
 * What a search found, as it is told.
 *
 * @param query what was looked for; empty where nothing was
 * @param commit that was searched
 * @param total how many things there are
 * @param more whether there are even more than that
 * @param partly whether some have only a part of the words
 * @param groups by kind, that of the best thing first
 * @param like what has a similar name, where nothing was found
 */
public record Answer(
    String query,
    long commit,
    long total,
    boolean more,
    boolean partly,
    List<FoundGroup> groups,
    List<FoundThing> like) {
  private static final int MOST_LIKE = 3;

  /** Copies the lists. */
  public Answer {
    groups = List.copyOf(groups);
    like = List.copyOf(like);
  }

  static Answer of(Asked asked, Snapshot snapshot) {
    Search search = asked.search();
    Hits hits = snapshot.search(search);
    Labels labels = new Labels(snapshot.dataset(), asked.languages());
    Map<String, List<Hit>> byKind =
        hits.best().stream()
            .collect(Collectors.groupingBy(Hit::kind, LinkedHashMap::new, Collectors.toList()));
    return new Answer(
        asked.text(),
        snapshot.commit(),
        hits.total(),
        hits.more(),
        hits.partly(),
        byKind.entrySet().stream()
            .map(
                group ->
                    new FoundGroup(
                        group.getKey(),
                        hits.counts().getOrDefault(group.getKey(), 0L),
                        told(group.getValue(), search, snapshot, labels)))
            .toList(),
        hits.best().isEmpty()
            ? told(snapshot.like(Search.of(asked.text(), MOST_LIKE)), search, snapshot, labels)
            : List.of());
  }

  /** Where the same is looked for among the things of one kind, or of all where it is empty. */
  public String link(String kind) {
    return link(query, kind);
  }

  /** Where something is looked for. */
  public static String link(String query, String kind) {
    String text = SearchPage.PATH + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return kind.isEmpty() ? text : text + "&kind=" + kind;
  }

  private static List<FoundThing> told(
      List<Hit> hits, Search search, Snapshot snapshot, Labels labels) {
    return hits.stream().map(hit -> FoundThing.of(hit, search, snapshot, labels)).toList();
  }
}
