package org.demarche.server.reconcile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.demarche.graph.Snapshot;
import org.demarche.server.reconcile.Question.Known;
import org.demarche.server.running.Execution;

/**
 * Gathers what may be looked for, be it likely or not. Used by one thread, while its snapshot is
 * open.
 */
final class Gathering {
  private static final int LOOKED_AT = 300;
  private static final int SCANNED = 20_000;
  private static final double FITS = 0.8;

  private final Snapshot snapshot;
  private final Things things;
  private final PropertyFit fit;
  private final Execution running;

  Gathering(Snapshot snapshot, Things things, PropertyFit fit, Execution running) {
    this.snapshot = snapshot;
    this.things = things;
    this.fit = fit;
    this.running = running;
  }

  /**
   * What is known of the things looked for.
   *
   * @param property that the snapshot knows
   * @param known its values, as they were sent
   */
  record Resolved(Term property, Known known) {}

  /**
   * The best label of a thing.
   *
   * @param label empty where it wasn't found by one
   * @param alike how much it is like the text, 0 to 1
   */
  record Best(String label, double alike) {}

  /** What a text may name: by identifier, or by labels that are like it. */
  Map<Node, Best> byName(String text) {
    Map<Node, Best> found = new LinkedHashMap<>();
    Identifiers.thing(text)
        .filter(things::has)
        .ifPresent(thing -> found.put(thing, new Best("", 1)));
    Name asked = Name.of(text);
    boolean abbreviation = Name.isAbbreviation(text);
    for (Match match : Lookup.find(snapshot, text)) {
      double alike = Similarity.of(asked, Name.of(match.label()), abbreviation);
      found.merge(
          match.thing(),
          new Best(match.label(), alike),
          (one, other) -> other.alike() > one.alike() ? other : one);
    }
    return found;
  }

  /** Without a text, the things that have one of the properties. */
  Map<Node, Best> byProperties(List<Resolved> known) {
    Set<Node> found = new LinkedHashSet<>();
    for (Resolved it : known) {
      for (Given given : it.known().values()) {
        having(it.property().node(), given).limit(LOOKED_AT).forEach(found::add);
      }
    }
    Map<Node, Best> all = new LinkedHashMap<>();
    found.forEach(thing -> all.put(thing, new Best("", 0)));
    return all;
  }

  private Stream<Node> having(Node property, Given given) {
    return switch (given) {
      case Given.Thing it -> things.having(property, it.thing());
      case Given.Text it ->
          Stream.concat(
              Stream.concat(
                      Identifiers.thing(it.text()).stream(),
                      Lookup.find(snapshot, it.text()).stream().map(Match::thing))
                  .distinct()
                  .filter(thing -> fit.fit(given, thing) >= FITS)
                  .flatMap(thing -> things.having(property, thing)),
              literals(property, given));
      case Given.Quantity _, Given.Truth _ -> literals(property, given);
    };
  }

  private Stream<Node> literals(Node property, Given given) {
    return things
        .statements(property)
        .limit(SCANNED)
        .peek(_ -> running.countTriple())
        .filter(quad -> Identifiers.isThing(quad.getSubject()))
        .filter(quad -> quad.getObject().isLiteral() && fit.fit(given, quad.getObject()) >= FITS)
        .map(quad -> quad.getSubject());
  }
}
