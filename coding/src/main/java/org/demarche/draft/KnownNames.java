package org.demarche.draft;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.draft.Known.Sort;
import org.demarche.draft.Mention.Certainty;

/**
 * What the actors, agreements, offices and places of a graph are called, in all its languages, and
 * what newspapers call them besides. Immutable; threads may share it.
 */
public final class KnownNames {
  private final Map<String, List<Meaning>> meanings;
  private final Map<Node, Map<String, Meaning>> parts;
  private final Map<Node, Known> governments;
  private final Map<Node, Known> publics;
  private final Map<Node, Known> spokespersons;
  private final Map<String, Known> persons;

  /**
   * What a name stands for.
   *
   * @param things all of them together; with another meaning of the same name, one or the other
   */
  record Meaning(List<Known> things, Certainty certainty) {}

  KnownNames(NameReading reading) {
    // In the order of reading, so that a draft is the same each time.
    this.meanings = Collections.unmodifiableMap(reading.meanings);
    this.parts = Map.copyOf(reading.parts);
    this.governments = Map.copyOf(reading.governments);
    this.publics = Map.copyOf(reading.publics);
    this.spokespersons = Map.copyOf(reading.spokespersons);
    this.persons = Map.copyOf(reading.persons);
  }

  /**
   * The names in a dataset.
   *
   * @param graphs whose names count
   */
  public static KnownNames of(DatasetGraph dataset, Predicate<Node> graphs) {
    return new NameReading(dataset, graphs).names();
  }

  /** By name, as written in the graph or derived from it. */
  Map<String, List<Meaning>> meanings() {
    return meanings;
  }

  /** The parts of a person's name, which stand for it once the whole name is there too. */
  Map<String, Meaning> parts(Node person) {
    return parts.getOrDefault(person, Map.of());
  }

  /** Who acts and speaks for a state: its government, if the graph has it. */
  Known speaking(Known actor) {
    return actor.sort() == Sort.STATE ? governments.getOrDefault(actor.node(), actor) : actor;
  }

  /** Whose views those in a state are: its public's, if the graph has it. */
  Known publicOf(Known actor) {
    return publics.getOrDefault(actor.node(), actor);
  }

  /** Who speaks for a body unnamed, if the graph has somebody. */
  Known speakingFor(Known body) {
    return spokespersons.getOrDefault(body.node(), body);
  }

  /** The person of a name, whatever its case. */
  Optional<Known> person(String name) {
    return Optional.ofNullable(persons.get(NameFinder.key(name)));
  }
}
