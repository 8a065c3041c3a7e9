package org.demarche.server.things;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Namespaces;

/**
 * Kinds of things, by what one asks of them. The first that fits counts.
 *
 * <p>The names of sections are those of query files; what a query could not say stands in {@link
 * ThingPages}.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nodes and the lists of List.of are immutable.
enum ThingKind {
  OP_ED("OpEd", "coded-by", "coded-again", "voices"),
  CODER("Coder", "coded"),
  STATEMENT("Statement", "denied-elsewhere", "same-claim"),
  PASSAGE("Passage", "statements-in-passage"),
  ACTOR(
      "Actor",
      "offices",
      "agreements-of-actor",
      "grievances-held",
      "grievances-against",
      "demands-made",
      "demands-received",
      "recommendations-to",
      "said-of",
      "positions-of",
      "events-of",
      "network-of"),
  AGREEMENT(
      "Agreement",
      "parties",
      "status-of",
      "conditions-on",
      "events-of-agreement",
      "differences",
      "said-of"),
  CLAIMED("Grievance", "carried-by", "said-of"),
  DEMAND("Demand", "carried-by", "said-of"),
  CONDITION("Condition", "carried-by", "said-of"),
  EVENT("Event", "differences", "carried-by", "said-of"),
  STATUS_PERIOD("StatusPeriod", "differences", "carried-by"),
  COURSE("CourseOfAction", "asked-in", "proposed-in"),
  CODES(SKOS.ConceptScheme.asNode(), "codes-in"),
  CODE(SKOS.Concept.asNode(), "coded-with", "proposed-in"),
  THING(Node.ANY, "said-of", "proposed-in"),
  OTHER(Node.ANY);

  private final Node type;
  private final List<String> sections;

  ThingKind(String name, String... sections) {
    this(NodeFactory.createURI(Namespaces.DEM + name), sections);
  }

  ThingKind(Node type, String... sections) {
    this.type = type;
    this.sections = List.of(sections);
  }

  /** The kind of what is of these classes; graphs, shapes and the like are other than things. */
  static ThingKind of(Node thing, Set<Node> types) {
    Optional<ThingKind> found =
        Arrays.stream(values()).filter(kind -> types.contains(kind.type)).findFirst();
    return found.orElse(thing.getURI().startsWith(Namespaces.ID) ? THING : OTHER);
  }

  /** The queries whose answers its page shows, in order. */
  List<String> sections() {
    return sections;
  }

  /** Whether it has causes and consequences. */
  boolean isInChains() {
    return switch (this) {
      case CLAIMED, DEMAND, CONDITION, EVENT, COURSE -> true;
      case OP_ED,
          CODER,
          STATEMENT,
          PASSAGE,
          ACTOR,
          AGREEMENT,
          STATUS_PERIOD,
          CODES,
          CODE,
          THING,
          OTHER ->
          false;
    };
  }
}
