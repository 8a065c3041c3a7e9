package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.objects;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Namespaces;

/** How terms and codes stand to those of other vocabularies. */
final class Alignments {
  private record Relation(Node property, String words) {}

  private static final List<Relation> RELATIONS =
      List.of(
          new Relation(OWL.equivalentClass.asNode(), "the same class as"),
          new Relation(OWL.equivalentProperty.asNode(), "the same property as"),
          new Relation(OWL.sameAs.asNode(), "the same as"),
          new Relation(RDFS.subClassOf.asNode(), "subclass of"),
          new Relation(RDFS.subPropertyOf.asNode(), "subproperty of"),
          new Relation(SKOS.exactMatch.asNode(), "exact match"),
          new Relation(SKOS.closeMatch.asNode(), "close match"),
          new Relation(SKOS.broadMatch.asNode(), "broader match"),
          new Relation(SKOS.narrowMatch.asNode(), "narrower match"),
          new Relation(SKOS.relatedMatch.asNode(), "related match"));

  private final Graph graph;

  /** Reads them out of a graph. */
  Alignments(Graph graph) {
    this.graph = graph;
  }

  /** Those of one term, the closest first. */
  List<Link> of(Node term) {
    return rows(term).map(row -> Link.to(row.relation(), row.other())).toList();
  }

  /** One alignment of a term: in words, and to what. */
  record Row(Node term, String relation, Node other) {}

  Stream<Row> rows(Node term) {
    return RELATIONS.stream()
        .flatMap(
            relation ->
                objects(graph, term, relation.property())
                    .filter(Alignments::isElsewhere)
                    .map(other -> new Row(term, relation.words(), other)));
  }

  /** Terms of another vocabulary, and codes of another coding, which stand among ours. */
  private static boolean isElsewhere(Node node) {
    return node.isURI() && !node.getURI().startsWith(Namespaces.DEM);
  }
}
