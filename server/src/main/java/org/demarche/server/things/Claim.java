package org.demarche.server.things;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Dem;
import org.demarche.server.pages.Labels;

/**
 * What a statement says, and who says it.
 *
 * @param subject of the proposition
 * @param predicate of the proposition
 * @param object of the proposition
 * @param holder whose position it is
 * @param reporter who tells of it
 * @param own whether the one who tells holds it too
 * @param denied whether the proposition is denied
 * @param certainty in words, one or more
 * @param attitude towards what it is about; may be empty
 * @param strength of a recommendation; may be empty
 * @param addressees who is told to act
 * @param passage where it stands
 * @param source the op-ed
 */
public record Claim(
    Value subject,
    Value predicate,
    Value object,
    Value holder,
    Value reporter,
    boolean own,
    boolean denied,
    List<Value> certainty,
    Optional<Value> attitude,
    Optional<Value> strength,
    List<Value> addressees,
    Value passage,
    Value source) {

  /** Copies the lists. */
  public Claim {
    certainty = List.copyOf(certainty);
    addressees = List.copyOf(addressees);
  }

  /** Reads it from a statement's own facts; empty where these are not whole. */
  static Optional<Claim> of(List<Fact> facts, Labels labels) {
    Facts of = new Facts(facts, labels);
    List<Node> parts =
        Stream.of(
                RDF.Nodes.subject,
                RDF.Nodes.predicate,
                RDF.Nodes.object,
                Dem.heldBy,
                Dem.reportedBy,
                Dem.polarity,
                Dem.passage,
                Dem.source)
            .flatMap(property -> of.nodes(property).limit(1))
            .toList();
    if (parts.size() < 8) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            Value.of(parts.get(0), labels),
            Value.of(parts.get(1), labels),
            Value.of(parts.get(2), labels),
            Value.of(parts.get(3), labels),
            Value.of(parts.get(4), labels),
            parts.get(3).equals(parts.get(4)),
            parts.get(5).toString().endsWith("/denied"),
            of.values(Dem.certainty),
            of.values(Dem.attitude).stream().findFirst(),
            of.values(Dem.strength).stream().findFirst(),
            of.values(Dem.addressee),
            Value.of(parts.get(6), labels),
            Value.of(parts.get(7), labels)));
  }

  private record Facts(List<Fact> facts, Labels labels) {
    Stream<Node> nodes(Node property) {
      return facts.stream()
          .map(Fact::triple)
          .filter(triple -> triple.getPredicate().equals(property))
          .map(triple -> triple.getObject());
    }

    List<Value> values(Node property) {
      return nodes(property).map(node -> Value.of(node, labels)).toList();
    }
  }
}
