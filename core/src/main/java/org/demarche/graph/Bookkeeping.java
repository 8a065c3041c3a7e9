package org.demarche.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.NodeConst;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.entail.Entailment;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * What the dataset knows of itself, as triples in {@code graph:provenance}: the number of the
 * latest commit, and for each named graph the files it was loaded from and the commits that changed
 * it. In the dataset, so that it is read and written in the same transaction as what it tells of.
 */
final class Bookkeeping {
  private static final Node DATASET = NodeFactory.createURI(Namespaces.ID + "dataset/demarche");
  private static final Node GENERATED_AT =
      NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix("prov:generatedAtTime"));

  private Bookkeeping() {}

  /** The number of the latest commit; 0 when there was none. */
  static long commit(DatasetGraph dataset) {
    return value(dataset, DATASET, Dem.commit).map(Bookkeeping::number).orElse(0L);
  }

  static Optional<LoadRecord> loaded(DatasetGraph dataset, Node graph) {
    return value(dataset, graph, Dem.contentSha256)
        .map(
            sha256 ->
                new LoadRecord(
                    sha256.getLiteralLexicalForm(),
                    value(dataset, graph, Dem.loadedInCommit)
                        .map(Bookkeeping::number)
                        .orElseThrow(() -> broken(graph + " was loaded in no commit")),
                    value(dataset, graph, Dem.editedInCommit).isPresent()));
  }

  /** Whether {@code graph:inferred}, as it is kept, was begun with the rules that are in use. */
  static boolean isInferredByPresentRules(DatasetGraph dataset) {
    return loaded(dataset, Graphs.INFERRED)
        .filter(rules -> rules.contentSha256().equals(Entailment.rulesSha256()))
        .isPresent();
  }

  static void setCommit(Overlay overlay, long number) {
    set(overlay, DATASET, Dem.commit, integer(number));
  }

  static void setLoaded(Overlay overlay, Node graph, String sha256, long commit, Instant at) {
    set(overlay, graph, Dem.contentSha256, NodeFactory.createLiteralString(sha256));
    set(overlay, graph, Dem.loadedInCommit, integer(commit));
    set(overlay, graph, GENERATED_AT, dateTime(at));
    clear(overlay, graph, Dem.editedInCommit);
    clear(overlay, graph, Dem.keptAtStart);
  }

  static void setKept(Overlay overlay, Node graph) {
    set(overlay, graph, Dem.keptAtStart, NodeConst.nodeTrue);
  }

  static void setEdited(Overlay overlay, Node graph, long commit, Instant at) {
    set(overlay, graph, Dem.editedInCommit, integer(commit));
    set(overlay, graph, GENERATED_AT, dateTime(at));
  }

  private static void set(Overlay overlay, Node subject, Node property, Node value) {
    clear(overlay, subject, property);
    overlay.put(Quad.create(Graphs.PROVENANCE, subject, property, value));
  }

  private static void clear(Overlay overlay, Node subject, Node property) {
    Iter.toList(overlay.find(Graphs.PROVENANCE, subject, property, Node.ANY))
        .forEach(overlay::erase);
  }

  private static Optional<Node> value(DatasetGraph dataset, Node subject, Node property) {
    return Iter.asStream(dataset.find(Graphs.PROVENANCE, subject, property, Node.ANY))
        .map(Quad::getObject)
        .findFirst();
  }

  private static long number(Node literal) {
    if (literal.getLiteralValue() instanceof Number number) {
      return number.longValue();
    }
    throw broken(literal + " is no number");
  }

  private static DemarcheException broken(String what) {
    return new DemarcheException(
        ErrorCategory.INTERNAL, "graph:provenance doesn't hold what commits write there: " + what);
  }

  private static Node integer(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node dateTime(Instant at) {
    return NodeFactory.createLiteralDT(
        at.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }
}
