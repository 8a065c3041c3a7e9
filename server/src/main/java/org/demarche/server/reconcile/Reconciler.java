package org.demarche.server.reconcile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.demarche.graph.Snapshot;
import org.demarche.server.reconcile.Gathering.Best;
import org.demarche.server.reconcile.Gathering.Resolved;
import org.demarche.server.reconcile.Question.Known;
import org.demarche.server.reconcile.Question.Strictness;
import org.demarche.server.running.Execution;

/**
 * Finds the candidates for a query and scores them. Used by one thread, while its snapshot is open.
 *
 * <p>The score is 100 times how much alike the name is ({@link Similarity}). Where properties are
 * given too, they make up 40 of the 100, each as much as the others. Candidates of no type that was
 * asked for, under {@code "type_strict": "should"}, keep 85 %; where no type is given, places keep
 * 90 %, so that a capital's name means the government first. An identifier finds its thing with
 * 100.
 *
 * <p>A candidate is a match when its score is 90 or more and the next one has 5 less: a clear
 * winner or none.
 */
final class Reconciler {
  private static final double LEAST = 40;
  private static final double WINS = 90;
  private static final double AHEAD = 5;
  private static final double OF_PROPERTIES = 0.4;
  private static final double OTHER_TYPE = 0.85;
  private static final double LESS_LIKELY = 0.9;

  private final Terms terms;
  private final Things things;
  private final Execution running;
  private final PropertyFit fit;
  private final Gathering gathering;

  Reconciler(Snapshot snapshot, Terms terms, Things things, Execution running) {
    this.terms = terms;
    this.things = things;
    this.running = running;
    this.fit = new PropertyFit(things);
    this.gathering = new Gathering(snapshot, things, fit, running);
  }

  /**
   * The candidates, the best first.
   *
   * @throws Fault when a type or property is unknown
   */
  List<Candidate> candidates(Question question) {
    List<Node> types = question.types().stream().map(this::type).toList();
    List<Resolved> known = question.properties().stream().map(this::resolved).toList();
    Map<Node, Best> found =
        question.text().map(gathering::byName).orElseGet(() -> gathering.byProperties(known));
    List<Candidate> candidates =
        found.entrySet().stream()
            .flatMap(
                one -> candidate(question, types, known, one.getKey(), one.getValue()).stream())
            .filter(candidate -> candidate.score() >= LEAST)
            .sorted(
                Comparator.comparingDouble((Candidate it) -> -it.score())
                    .thenComparing(it -> it.thing().getURI()))
            .toList();
    List<Candidate> marked =
        isClear(candidates)
            ? Stream.concat(Stream.of(candidates.getFirst().taken()), candidates.stream().skip(1))
                .toList()
            : candidates;
    return marked.stream().limit(question.limit()).toList();
  }

  private static boolean isClear(List<Candidate> candidates) {
    return !candidates.isEmpty()
        && candidates.getFirst().score() >= WINS
        && (candidates.size() == 1
            || candidates.get(0).score() - candidates.get(1).score() >= AHEAD);
  }

  private Optional<Candidate> candidate(
      Question question, List<Node> types, List<Resolved> known, Node thing, Best best) {
    running.countTriple();
    double weight = question.text().isEmpty() ? 1 : known.isEmpty() ? 0 : OF_PROPERTIES;
    if (100 * ((1 - weight) * best.alike() + weight) < LEAST) {
      // However well the rest fits, it would be too little: nothing needs to be read for it.
      return Optional.empty();
    }
    return standing(question, types, thing)
        .map(standing -> scored(known, thing, best, weight, standing));
  }

  /**
   * What the types say of a candidate.
   *
   * @param ofType whether it is of those asked for, or else of the likely ones
   * @param likely by which its score is multiplied
   */
  private record Standing(boolean ofType, double likely) {}

  /** Empty where the types rule it out. */
  private Optional<Standing> standing(Question question, List<Node> types, Node thing) {
    if (types.isEmpty()) {
      boolean ofType = isAny(thing, Reconciled.DEFAULT_TYPES);
      if (ofType || question.text().flatMap(Identifiers::thing).filter(thing::equals).isPresent()) {
        return Optional.of(new Standing(ofType, 1));
      }
      return isAny(thing, Reconciled.LESS_LIKELY)
          ? Optional.of(new Standing(false, LESS_LIKELY))
          : Optional.empty();
    }
    boolean ofType =
        question.strictness() == Strictness.ALL
            ? types.stream().allMatch(type -> things.is(thing, type))
            : isAny(thing, types);
    if (ofType) {
      return Optional.of(new Standing(true, 1));
    }
    return question.strictness() == Strictness.SHOULD
        ? Optional.of(new Standing(false, OTHER_TYPE))
        : Optional.empty();
  }

  private Candidate scored(
      List<Resolved> known, Node thing, Best best, double weight, Standing standing) {
    Map<String, Double> fits = new LinkedHashMap<>();
    known.forEach(
        it ->
            fits.merge(
                it.property().id(), fit.of(thing, it.property().node(), it.known()), Math::max));
    double mean = fits.values().stream().mapToDouble(value -> value).average().orElse(0);
    double score = 100 * standing.likely() * ((1 - weight) * best.alike() + weight * mean);
    return new Candidate(
        thing,
        best.label(),
        Math.round(score * 10) / 10.0,
        false,
        best.alike(),
        standing.ofType(),
        fits);
  }

  private boolean isAny(Node thing, List<Node> types) {
    return types.stream().anyMatch(type -> things.is(thing, type));
  }

  private Node type(String written) {
    return terms
        .type(written)
        .orElseThrow(
            () ->
                new Fault(
                    "There is no type \"%s\". The suggest service for types lists them."
                        .formatted(written)))
        .node();
  }

  private Resolved resolved(Known known) {
    return new Resolved(
        terms
            .property(known.property())
            .orElseThrow(
                () ->
                    new Fault(
                        "There is no property \"%s\". The suggest service for properties lists them."
                            .formatted(known.property()))),
        known);
  }
}
