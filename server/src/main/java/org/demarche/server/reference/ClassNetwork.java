package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.localName;
import static org.demarche.server.reference.Sources.objects;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.queries.CannedQuery.Picture;
import org.demarche.server.pictures.Pictures;
import org.demarche.server.pictures.Table;

/** Which property leads from which class to which: the second diagram. */
final class ClassNetwork {
  private static final List<String> COLUMNS =
      List.of("subject", "subjectLabel", "object", "objectLabel", "relation");

  private ClassNetwork() {}

  /** Draws it; empty where no property has both a domain and a range among the classes. */
  static Optional<String> of(Graph ontology, Collection<Node> classes) {
    List<List<Optional<Node>>> rows =
        ontology.stream(Node.ANY, RDFS.domain.asNode(), Node.ANY)
            .filter(triple -> Sources.isOurs(triple.getSubject()))
            .filter(triple -> classes.contains(triple.getObject()))
            .sorted((one, other) -> NodeCmp.compareRDFTerms(one.getSubject(), other.getSubject()))
            .flatMap(domain -> rows(ontology, domain, classes))
            .toList();
    return Pictures.of(
        Picture.NETWORK,
        "Which property leads from which class to which",
        new Table(COLUMNS, rows));
  }

  private static Stream<List<Optional<Node>>> rows(
      Graph ontology, Triple domain, Collection<Node> classes) {
    return objects(ontology, domain.getSubject(), RDFS.range.asNode())
        .filter(classes::contains)
        .map(
            range ->
                List.of(
                    Optional.of(domain.getObject()),
                    Optional.of(label(ontology, domain.getObject())),
                    Optional.of(range),
                    Optional.of(label(ontology, range)),
                    Optional.of(label(ontology, domain.getSubject()))));
  }

  private static Node label(Graph ontology, Node term) {
    return NodeFactory.createLiteralString(Notes.of(ontology, term).label(localName(term)).text());
  }
}
