package org.demarche.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Dem;

/** What coders decide on for each statement, by the columns of the coding sheet. */
public enum Column {
  KIND("kind", Empty.NOT_CODED),
  HOLDER("holder", Empty.NOT_CODED),
  REPORTER("reporter", Empty.NOT_CODED),
  SUBJECT("subject", Empty.NOT_CODED),
  RELATION("relation", Empty.NOT_CODED),
  OBJECT("object", Empty.NOT_CODED),
  ADDRESSEE("addressee", Empty.DECISION_ON_RECOMMENDATIONS),
  CERTAINTY("certainty", Empty.NOT_CODED),
  POLARITY("polarity", Empty.NOT_CODED),
  ATTITUDE("attitude", Empty.DECISION),
  STRENGTH("strength", Empty.DECISION_ON_RECOMMENDATIONS),
  PARAGRAPH("paragraph", Empty.NOT_CODED);

  /** The value of a column that a coder left empty on purpose. */
  static final String NONE = "(none)";

  /** What it means that a coder left the column empty. */
  enum Empty {
    /**
     * It is forgotten: every statement has one. It is a missing value, as the measures define it.
     */
    NOT_CODED,

    /** It is a decision: an attitude is left out where the text shows none. */
    DECISION,

    /** The same, but on statements that a coder takes for recommendations; others have none. */
    DECISION_ON_RECOMMENDATIONS
  }

  private final String title;
  private final Empty empty;

  Column(String title, Empty empty) {
    this.title = title;
    this.empty = empty;
  }

  /** As in the coding sheet. */
  public String title() {
    return title;
  }

  /** The property of a statement, or of its passage. */
  Node property() {
    return switch (this) {
      case KIND -> Dem.kind;
      case HOLDER -> Dem.heldBy;
      case REPORTER -> Dem.reportedBy;
      case SUBJECT -> RDF.Nodes.subject;
      case RELATION -> RDF.Nodes.predicate;
      case OBJECT -> RDF.Nodes.object;
      case ADDRESSEE -> Dem.addressee;
      case CERTAINTY -> Dem.certainty;
      case POLARITY -> Dem.polarity;
      case ATTITUDE -> Dem.attitude;
      case STRENGTH -> Dem.strength;
      case PARAGRAPH -> Dem.paragraph;
    };
  }

  /**
   * What a coder says here.
   *
   * @param recommended whether any of the coders takes the statement for a recommendation
   * @return several values as one, in alphabetical order; empty where there is nothing to compare
   */
  Optional<String> value(CodedStatement statement, boolean recommended) {
    Set<String> values = statement.values(this);
    if (!values.isEmpty()) {
      return Optional.of(String.join(" | ", values));
    }
    return switch (empty) {
      case NOT_CODED -> Optional.empty();
      case DECISION -> Optional.of(NONE);
      case DECISION_ON_RECOMMENDATIONS -> recommended ? Optional.of(NONE) : Optional.empty();
    };
  }

  /** The column that a property is coded in. */
  static Optional<Column> of(Node property) {
    return Arrays.stream(values()).filter(column -> column.property().equals(property)).findFirst();
  }
}
