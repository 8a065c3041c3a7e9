package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.localName;
import static org.demarche.server.reference.Sources.objects;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Reads the terms of the ontology, theme by theme. */
final class TermReader {
  /** What makes a name a term, the most telling first. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(OWL.Class.asNode(), "class"),
          new Kind(RDFS.Class.asNode(), "class"),
          new Kind(OWL.ObjectProperty.asNode(), "object property"),
          new Kind(OWL.DatatypeProperty.asNode(), "datatype property"),
          new Kind(OWL.AnnotationProperty.asNode(), "annotation property"),
          new Kind(RDF.Property.asNode(), "property"),
          new Kind(RDFS.Datatype.asNode(), "datatype"));

  private static final Comparator<Term> ORDER =
      Comparator.comparing((Term term) -> !term.kind().equals("class"))
          .thenComparing(Term::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Term::name);

  private final Graph ontology;
  private final TermFacts facts;

  private record Kind(Node type, String name) {}

  TermReader(Sources sources) {
    this.ontology = sources.ontology();
    this.facts = new TermFacts(sources);
  }

  /** The classes, in the order of their IRIs. */
  List<Node> classes() {
    return ontology.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .map(Triple::getSubject)
        .filter(Sources::isOurs)
        .distinct()
        .filter(term -> kind(term).filter("class"::equals).isPresent())
        .sorted(NodeCmp::compareRDFTerms)
        .toList();
  }

  /** All terms by theme; those that name none stand at the end. */
  List<Theme> themes() {
    Map<Optional<Node>, List<Node>> terms =
        ontology.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
            .map(Triple::getSubject)
            .filter(Sources::isOurs)
            .distinct()
            .filter(term -> kind(term).isPresent())
            .collect(Collectors.groupingBy(this::theme));
    return terms.entrySet().stream()
        .map(entry -> theme(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Theme theme) -> theme.notes().isEmpty())
                .thenComparing(theme -> theme.label().text()))
        .toList();
  }

  private Optional<Node> theme(Node term) {
    return objects(ontology, term, DCTerms.subject.asNode()).filter(Sources::isOurs).findFirst();
  }

  private Theme theme(Optional<Node> theme, List<Node> nodes) {
    List<Term> terms = nodes.stream().map(this::term).sorted(ORDER).toList();
    return theme
        .map(
            node -> {
              Notes notes = Notes.of(ontology, node);
              return new Theme(
                  localName(node), notes.label(localName(node)), Optional.of(notes), terms);
            })
        .orElseGet(
            () -> new Theme("other-terms", new Text("Other terms", "en"), Optional.empty(), terms));
  }

  private Term term(Node term) {
    String kind = kind(term).orElseThrow();
    return new Term(
        localName(term),
        term.getURI(),
        kind,
        Notes.of(ontology, term),
        kind.equals("class") ? facts.ofClass(term) : facts.ofProperty(term),
        objects(ontology, term, OWL2.deprecated.asNode())
            .anyMatch(it -> it.isLiteral() && it.getLiteralLexicalForm().equals("true")));
  }

  private Optional<String> kind(Node term) {
    return KINDS.stream()
        .filter(kind -> ontology.contains(term, RDF.Nodes.type, kind.type()))
        .findFirst()
        .map(Kind::name);
  }
}
