package org.demarche.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.Change;
import org.demarche.graph.Commit;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.LoadRecord;
import org.demarche.graph.Snapshot;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;
import org.demarche.validate.ShortName;

/**
 * Loads sources: all of a call in one commit, or none of them. Thread-safe.
 *
 * <p>A source replaces its named graph. One whose files are those that the graph was loaded from
 * isn't even parsed.
 */
public final class Loader {
  private final KnowledgeGraph graph;

  /** A loader into this graph. */
  public Loader(KnowledgeGraph graph) {
    this.graph = graph;
  }

  /**
   * Loads what somebody asks for. A graph that was changed since it was loaded from the same files
   * is loaded again.
   *
   * @param sources each of another graph
   * @throws Refusal when a file has faults, or the graph would not be sound; nothing was loaded
   */
  public LoadReport load(List<Source> sources) {
    return load(sources, LoadRecord::edited);
  }

  /**
   * Loads what comes with the program, at each start. A graph that was changed, or emptied, since
   * it was loaded from the same files stays as it is: what somebody did on purpose outlives a
   * restart.
   *
   * @param sources each of another graph
   * @throws Refusal when a file has faults, or the graph would not be sound; nothing was loaded
   */
  public LoadReport loadAtStart(List<Source> sources) {
    return load(sources, record -> false);
  }

  /**
   * Does everything that {@link #load(List)} does, but stores nothing.
   *
   * @param sources each of another graph
   * @return all that was found, faults and advice; empty of faults when they could be loaded
   */
  public Findings check(List<Source> sources) {
    requireDistinctGraphs(sources);
    List<SourceContent> contents = sources.stream().map(SourceContent::of).toList();
    Findings unreadable = SourceContent.faults(contents);
    return unreadable.hasFaults() ? unreadable : graph.examine(replacing(contents));
  }

  private LoadReport load(List<Source> sources, Predicate<LoadRecord> outdated) {
    requireDistinctGraphs(sources);
    Map<Node, LoadRecord> known = known(sources);
    List<Source> news = new ArrayList<>();
    for (Source source : sources) {
      boolean unchanged =
          Optional.ofNullable(known.get(source.graph()))
              .filter(record -> record.contentSha256().equals(source.contentSha256()))
              .filter(outdated.negate())
              .isPresent();
      if (!unchanged) {
        news.add(source);
      }
    }
    List<SourceContent> contents = news.stream().map(SourceContent::of).toList();
    Findings unreadable = SourceContent.faults(contents);
    if (unreadable.hasFaults()) {
      throw new Refusal(ErrorCategory.BAD_INPUT, unreadable);
    }
    Commit commit = graph.commit(replacing(contents));
    return new LoadReport(report(sources, contents, known.keySet()), commit);
  }

  private static Change replacing(List<SourceContent> contents) {
    return candidate ->
        contents.forEach(
            content ->
                candidate.replace(
                    content.source().graph(),
                    content.triples(),
                    content.source().contentSha256(),
                    content.places()));
  }

  private Map<Node, LoadRecord> known(List<Source> sources) {
    Map<Node, LoadRecord> known = new HashMap<>();
    try (Snapshot snapshot = graph.snapshot()) {
      for (Source source : sources) {
        snapshot.loaded(source.graph()).ifPresent(record -> known.put(source.graph(), record));
      }
    }
    return known;
  }

  private static List<Loaded> report(
      List<Source> sources, List<SourceContent> contents, Set<Node> known) {
    Map<Node, Loaded> loaded = new HashMap<>();
    for (SourceContent content : contents) {
      Node graph = content.source().graph();
      long triples = content.triples().size();
      loaded.put(
          graph,
          known.contains(graph)
              ? new Loaded.Replaced(graph, triples)
              : new Loaded.Added(graph, triples));
    }
    return sources.stream()
        .map(Source::graph)
        .map(graph -> loaded.getOrDefault(graph, new Loaded.Unchanged(graph)))
        .toList();
  }

  private static void requireDistinctGraphs(List<Source> sources) {
    Set<Node> seen = new HashSet<>();
    for (Source source : sources) {
      if (!seen.add(source.graph())) {
        throw new DemarcheException(
            ErrorCategory.BAD_INPUT,
            ShortName.of(source.graph()) + " is given twice. Give each graph once.");
      }
    }
  }
}
