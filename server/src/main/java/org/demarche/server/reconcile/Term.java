package org.demarche.server.reconcile;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A class, as the service's types are, or a property.
 *
 * @param node its IRI
 * @param id its identifier here
 * @param name its label in English, or what its IRI ends with
 * @param labels all of its labels, in any language
 * @param description its definition, or empty
 * @param broader the classes or properties right above it
 * @param range what a property's values are; empty for a class
 */
record Term(
    Node node,
    String id,
    String name,
    List<String> labels,
    String description,
    List<Node> broader,
    Optional<Node> range) {

  Term {
    labels = List.copyOf(labels);
    broader = List.copyOf(broader);
  }
}
