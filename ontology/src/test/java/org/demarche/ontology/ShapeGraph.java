package org.demarche.ontology;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * The shapes as a graph: which of them are held against data, and what they ask.
 *
 * @param graph all the files of shapes
 */
record ShapeGraph(Graph graph) {
  private static final String SH = "http://www.w3.org/ns/shacl#";

  /** What a shape says without asking anything; a qualified value shape asks by its counts. */
  private static final Set<Node> NO_CONSTRAINTS =
      Set.of(
          sh("message"),
          sh("path"),
          sh("property"),
          sh("qualifiedValueShape"),
          sh("severity"),
          sh("targetClass"),
          sh("targetSubjectsOf"));

  /**
   * One thing that a shape asks.
   *
   * @param shape the {@code sh:sourceShape} of results
   * @param parameter what it is asked by, such as {@code minCount}
   */
  record Constraint(Node shape, String parameter) {

    /** The {@code sh:sourceConstraintComponent} of results. */
    Node component() {
      String name =
          parameter.equals("sparql")
              ? "SPARQL"
              : Character.toUpperCase(parameter.charAt(0)) + parameter.substring(1);
      return sh(name + "ConstraintComponent");
    }

    /** As {@code Statement-kind-minCount}. */
    String name() {
      return shape.getURI().substring(Namespaces.SHAPE.length()) + "-" + parameter;
    }
  }

  static ShapeGraph loaded() {
    return new ShapeGraph(OntologyFiles.graph("shapes"));
  }

  /** A term of SHACL. */
  static Node sh(String name) {
    return NodeFactory.createURI(SH + name);
  }

  /** The shapes that have a target. */
  Stream<Node> targeted() {
    return Stream.of("targetClass", "targetSubjectsOf")
        .flatMap(target -> graph.stream(Node.ANY, sh(target), Node.ANY))
        .map(Triple::getSubject)
        .distinct();
  }

  /** The property shapes of the shapes that have a target. */
  Stream<Node> propertyShapes() {
    return targeted().flatMap(shape -> objects(shape, "property")).distinct();
  }

  /** The shapes whose results a report can name. */
  Stream<Node> sources() {
    return Stream.concat(targeted(), propertyShapes());
  }

  /** Everything that these shapes ask. */
  Stream<Constraint> constraints() {
    return sources()
        .flatMap(
            shape ->
                graph.stream(shape, Node.ANY, Node.ANY)
                    .map(Triple::getPredicate)
                    .filter(property -> property.getNameSpace().equals(SH))
                    .filter(property -> !NO_CONSTRAINTS.contains(property))
                    .map(parameter -> new Constraint(shape, parameter.getLocalName())))
        .distinct();
  }

  Stream<Node> objects(Node shape, String property) {
    return graph.stream(shape, sh(property), Node.ANY).map(Triple::getObject);
  }

  boolean has(Node shape, String property, Node value) {
    return graph.contains(shape, sh(property), value);
  }
}
