package org.demarche.server.reconcile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;

/** What a snapshot tells of things. Used by one thread, while the snapshot is open. */
final class Things {
  private final DatasetGraph dataset;
  private final Terms terms;
  private final Labels labels;

  Things(DatasetGraph dataset, Terms terms) {
    this.dataset = dataset;
    this.terms = terms;
    this.labels = new Labels(dataset, List.of());
  }

  /** Whether anything is said of a thing. */
  boolean has(Node thing) {
    return dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY);
  }

  /** The values of a property, each once, whatever graphs say so. */
  Stream<Node> values(Node thing, Node property) {
    return Iter.asStream(dataset.find(Node.ANY, thing, property, Node.ANY))
        .map(Quad::getObject)
        .distinct();
  }

  /** The things that have a value for a property, each once. */
  Stream<Node> having(Node property, Node value) {
    return Iter.asStream(dataset.find(Node.ANY, Node.ANY, property, value))
        .map(Quad::getSubject)
        .filter(Identifiers::isThing)
        .distinct();
  }

  /** The properties of a thing, as often as they have values. */
  Stream<Node> properties(Node thing) {
    return Iter.asStream(dataset.find(Node.ANY, thing, Node.ANY, Node.ANY))
        .map(Quad::asTriple)
        .distinct()
        .map(triple -> triple.getPredicate());
  }

  /** Values of a property anywhere, with the things that have them. */
  Stream<Quad> statements(Node property) {
    return Iter.asStream(dataset.find(Node.ANY, Node.ANY, property, Node.ANY));
  }

  /** Its name to show, in English where there is one. */
  String name(Node thing) {
    return labels.of(thing).text();
  }

  /** The label of a thing in each language that it has one in, English first. */
  List<Label> labels(Node thing) {
    Map<String, Label> byLanguage = new LinkedHashMap<>();
    labels.all(thing, RDFS.Nodes.label).stream()
        .sorted(Comparator.comparing(label -> !label.language().equals("en")))
        .forEach(label -> byLanguage.putIfAbsent(label.language(), label));
    return List.copyOf(byLanguage.values());
  }

  /** All of its names. */
  Stream<String> names(Node thing) {
    return Reconciled.LABELS.stream()
        .flatMap(property -> values(thing, property))
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm);
  }

  /** What it is said to be, in English where that is there. */
  Optional<Label> definition(Node thing) {
    return Stream.of(SKOS.definition.asNode(), RDFS.Nodes.comment, SKOS.note.asNode())
        .flatMap(property -> labels.all(thing, property).stream())
        .min(Comparator.comparing(label -> !label.language().equals("en")));
  }

  /** Its types, inferred ones included; the more special first. */
  List<Term> types(Node thing) {
    return values(thing, RDF.Nodes.type)
        .flatMap(type -> terms.type(type).stream())
        .sorted(
            Comparator.comparingInt((Term type) -> -terms.depth(type.node()))
                .thenComparing(Term::name))
        .toList();
  }

  /** Whether a thing is of a type. */
  boolean is(Node thing, Node type) {
    return dataset.contains(Node.ANY, thing, RDF.Nodes.type, type);
  }
}
