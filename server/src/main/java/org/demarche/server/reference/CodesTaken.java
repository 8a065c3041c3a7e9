package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.objects;
import static org.demarche.server.reference.Sources.subjects;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.SKOS;

/**
 * Which property takes codes of which scheme. The ontology only says that they are concepts; the
 * shapes say of which scheme: {@code sh:node [ sh:property [ sh:path skos:inScheme ; sh:hasValue
 * code:polarity ] ]}.
 */
final class CodesTaken {
  private final Graph shapes;

  CodesTaken(Sources sources) {
    this.shapes = sources.shapes();
  }

  /** The schemes of which a property takes codes. */
  Stream<Node> by(Node property) {
    return subjects(shapes, SHACL.path, property)
        .flatMap(shape -> objects(shapes, shape, SHACL.node))
        .flatMap(value -> objects(shapes, value, SHACL.property))
        .filter(inner -> shapes.contains(inner, SHACL.path, SKOS.inScheme.asNode()))
        .flatMap(inner -> objects(shapes, inner, SHACL.hasValue))
        .filter(Code::isCode)
        .distinct();
  }

  /** The properties that take codes of a scheme. */
  Stream<Node> of(Node scheme) {
    return subjects(shapes, SHACL.hasValue, scheme)
        .filter(inner -> shapes.contains(inner, SHACL.path, SKOS.inScheme.asNode()))
        .flatMap(inner -> subjects(shapes, SHACL.property, inner))
        .flatMap(value -> subjects(shapes, SHACL.node, value))
        .flatMap(shape -> objects(shapes, shape, SHACL.path))
        .filter(Sources::isOurs)
        .distinct();
  }
}
