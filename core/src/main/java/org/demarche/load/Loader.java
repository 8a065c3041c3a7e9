package org.demarche.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.Candidate;
import org.demarche.graph.Change;
import org.demarche.graph.Commit;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.LoadRecord;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
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
   * is loaded again. What comes with the program doesn't replace it at the next start.
   *
   * @param sources each of another graph
   * @throws Refusal when a file has faults, or the graph would not be sound; nothing was loaded
   */
  public LoadReport load(List<Source> sources) {
    return load(sources, LoadRecord::edited, Candidate::keepAtStart);
  }

  /**
   * Loads one source if the graph that it would replace is as its sender takes it to be. A source
   * that says what the graph says already changes nothing, be it from another file.
   *
   * @param condition asked while no other change is under way
   * @throws Refusal when a file has faults, or the graph would not be sound; nothing was loaded
   */
  public LoadReport load(Source source, Condition condition) {
    SourceContent content = SourceContent.of(source);
    refuseUnreadable(List.of(content));
    AtomicReference<Loaded> loaded = new AtomicReference<>(new Loaded.Unchanged(source.graph()));
    Commit commit =
        graph.commit(
            candidate -> {
              boolean there = candidate.dataset().containsGraph(source.graph());
              boolean changes = !there || !holds(candidate.dataset(), content);
              condition.require(candidate.dataset(), changes);
              if (changes) {
                replacing(List.of(content), Candidate::keepAtStart).applyTo(candidate);
                long triples = content.triples().size();
                loaded.set(
                    there
                        ? new Loaded.Replaced(source.graph(), triples)
                        : new Loaded.Added(source.graph(), triples));
              }
            });
    return new LoadReport(List.of(loaded.get()), commit);
  }

  /** What must be so for a load to be made. */
  @FunctionalInterface
  public interface Condition {
    /**
     * Returns when the load may be made, and throws what ends it otherwise.
     *
     * @param dataset as it is before the load; to be read only
     * @param changes whether the load would change the graph of its source
     */
    void require(DatasetGraph dataset, boolean changes);
  }

  /**
   * The graph that was loaded from exactly this file and not changed since: it needn't be read, let
   * alone loaded. Looked for by the hash of the file, without parsing.
   *
   * @return empty also for a file that names graphs itself, as it may be loaded in part
   */
  public Optional<Node> loadedFrom(SourceFile file) {
    if (file.syntax().namesGraphs()) {
      return Optional.empty();
    }
    Node sha256 =
        NodeFactory.createLiteralString(
            new Source(Quad.defaultGraphIRI, List.of(file)).contentSha256());
    try (Snapshot snapshot = graph.snapshot()) {
      return Iter.toList(
              snapshot.dataset().find(Graphs.PROVENANCE, Node.ANY, Dem.contentSha256, sha256))
          .stream()
          .map(Quad::getSubject)
          .filter(name -> snapshot.loaded(name).filter(record -> !record.edited()).isPresent())
          .findFirst();
    }
  }

  /**
   * Loads what comes with the program, at each start. A graph that was changed, or emptied, since
   * it was loaded from the same files stays as it is, and so does one that somebody loaded from
   * other files: what was done on purpose outlives a restart.
   *
   * @param sources each of another graph
   * @throws Refusal when a file has faults, or the graph would not be sound; nothing was loaded
   */
  public LoadReport loadAtStart(List<Source> sources) {
    Set<Node> kept = kept(sources);
    List<Source> offered =
        sources.stream().filter(source -> !kept.contains(source.graph())).toList();
    LoadReport report = load(offered, _ -> false, (_, _) -> {});
    Map<Node, Loaded> loaded =
        report.sources().stream().collect(Collectors.toMap(Loaded::graph, Function.identity()));
    return new LoadReport(
        sources.stream()
            .map(Source::graph)
            .map(name -> loaded.getOrDefault(name, new Loaded.Unchanged(name)))
            .toList(),
        report.commit());
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
    return unreadable.hasFaults() ? unreadable : graph.examine(replacing(contents, (_, _) -> {}));
  }

  private LoadReport load(
      List<Source> sources, Predicate<LoadRecord> outdated, BiConsumer<Candidate, Node> alsoDone) {
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
    refuseUnreadable(contents);
    Commit commit = graph.commit(replacing(contents, alsoDone));
    return new LoadReport(report(sources, contents, known.keySet()), commit);
  }

  private static void refuseUnreadable(List<SourceContent> contents) {
    Findings unreadable = SourceContent.faults(contents);
    if (unreadable.hasFaults()) {
      throw new Refusal(ErrorCategory.BAD_INPUT, unreadable);
    }
  }

  private static Change replacing(
      List<SourceContent> contents, BiConsumer<Candidate, Node> alsoDone) {
    return candidate ->
        contents.forEach(
            content -> {
              Node graph = content.source().graph();
              candidate.replace(
                  graph, content.triples(), content.source().contentSha256(), content.places());
              alsoDone.accept(candidate, graph);
            });
  }

  /** Whether the graph holds these triples already, and no others. */
  private static boolean holds(DatasetGraph dataset, SourceContent content) {
    Graph stored = dataset.getGraph(content.source().graph());
    return stored.size() == content.triples().size()
        && content.triples().stream().allMatch(stored::contains);
  }

  /** Those that a start leaves as somebody has loaded them. */
  private Set<Node> kept(List<Source> sources) {
    try (Snapshot snapshot = graph.snapshot()) {
      return sources.stream()
          .map(Source::graph)
          .filter(
              name ->
                  snapshot.dataset().contains(Graphs.PROVENANCE, name, Dem.keptAtStart, Node.ANY))
          .collect(Collectors.toSet());
    }
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
