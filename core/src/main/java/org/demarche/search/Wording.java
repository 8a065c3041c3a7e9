package org.demarche.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Dem;

/** What a text is to the thing that has it, by the property that gives it. */
public enum Wording {
  /** Its name. */
  LABEL(1.0),

  /** What it is also called. */
  ALTERNATIVE(0.9),

  /** What it is found by, and never shown as. */
  HIDDEN(0.8),

  /** Its short sign, such as {@code F039}. */
  CODE(0.9),

  /** What is said about it. */
  NOTE(0.2);

  private static final Map<Wording, List<Node>> PROPERTIES =
      Map.of(
          LABEL, List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode()),
          ALTERNATIVE, List.of(SKOS.altLabel.asNode(), DCTerms.title.asNode()),
          HIDDEN, List.of(SKOS.hiddenLabel.asNode()),
          CODE, List.of(SKOS.notation.asNode(), Dem.code),
          NOTE, List.of(SKOS.definition.asNode(), SKOS.scopeNote.asNode(), RDFS.comment.asNode()));

  private static final Map<Node, Wording> BY_PROPERTY =
      PROPERTIES.entrySet().stream()
          .flatMap(
              wording ->
                  wording.getValue().stream()
                      .map(property -> Map.entry(property, wording.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final double weight;

  Wording(double weight) {
    this.weight = weight;
  }

  /** That of the texts of a property; empty for one whose texts are not searched. */
  public static Optional<Wording> of(Node property) {
    return Optional.ofNullable(BY_PROPERTY.get(property));
  }

  /** The properties whose texts are searched. */
  public static Set<Node> searched() {
    return BY_PROPERTY.keySet();
  }

  /** How much a match counts, at most 1. */
  double weight() {
    return weight;
  }

  /** Whether it names the thing, and so may be matched as a whole. */
  boolean isName() {
    return this != NOTE;
  }
}
