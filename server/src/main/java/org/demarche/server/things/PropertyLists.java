package org.demarche.server.things;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;
import org.demarche.server.things.ThingPage.Property;
import org.demarche.server.things.ThingPage.Sourced;

/**
 * Facts as a page lists them: by property, the telling ones first, each with the graphs that say
 * so.
 *
 * @param labels in the reader's languages
 * @param mainSource the graph that isn't named beside its facts
 */
record PropertyLists(Labels labels, Optional<Node> mainSource) {
  /** What a thing is called, which stands below the heading of its page. */
  static final Set<Node> NAMES =
      Set.of(
          RDFS.Nodes.label,
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.hiddenLabel.asNode());

  /** Vocabularies whose properties tell a reader something; the others repeat it for machines. */
  private static final List<String> TELLING =
      List.of(
          Namespaces.DEM,
          RDFS.uri,
          SKOS.uri,
          "http://schema.org/",
          "http://purl.org/dc/terms/",
          "http://www.w3.org/ns/org#",
          RDF.uri);

  /** What a reader wants to know first, of whatever kind the thing is. */
  private static final List<String> FIRST =
      List.of(
          RDF.type.getURI(),
          "http://purl.org/dc/terms/title",
          "http://schema.org/author",
          "http://schema.org/publisher",
          Namespaces.DEM + "edtf",
          Namespaces.DEM + "dateInferred",
          SKOS.definition.getURI(),
          RDFS.comment.getURI());

  /** Properties of other vocabularies, in the words of a page. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(RDF.type.getURI(), "is a"),
          Map.entry(RDF.subject.getURI(), "proposition: subject"),
          Map.entry(RDF.predicate.getURI(), "proposition: relation"),
          Map.entry(RDF.object.getURI(), "proposition: object"),
          Map.entry(RDFS.label.getURI(), "name"),
          Map.entry(RDFS.comment.getURI(), "note"),
          Map.entry(RDFS.seeAlso.getURI(), "see also"),
          Map.entry(SKOS.altLabel.getURI(), "other name"),
          Map.entry(SKOS.hiddenLabel.getURI(), "found as"),
          Map.entry(SKOS.prefLabel.getURI(), "name"),
          Map.entry(SKOS.notation.getURI(), "notation"),
          Map.entry(SKOS.definition.getURI(), "definition"),
          Map.entry(SKOS.scopeNote.getURI(), "scope note"),
          Map.entry(SKOS.editorialNote.getURI(), "editorial note"),
          Map.entry(SKOS.example.getURI(), "example"),
          Map.entry(SKOS.inScheme.getURI(), "in scheme"),
          Map.entry(SKOS.exactMatch.getURI(), "same as"),
          Map.entry(SKOS.closeMatch.getURI(), "much like"),
          Map.entry("http://schema.org/author", "author"),
          Map.entry("http://schema.org/publisher", "published by"),
          Map.entry("http://schema.org/url", "address"),
          Map.entry("http://schema.org/articleSection", "section"),
          Map.entry("http://purl.org/dc/terms/title", "title"),
          Map.entry("http://purl.org/dc/terms/language", "language"),
          Map.entry("http://purl.org/dc/terms/source", "cited source"),
          Map.entry("http://purl.org/dc/terms/isPartOf", "part of"),
          Map.entry("http://www.w3.org/ns/org#member", "member"),
          Map.entry("http://www.w3.org/ns/org#organization", "organization"),
          Map.entry("http://www.w3.org/ns/org#postIn", "post in"),
          Map.entry("http://www.w3.org/ns/org#unitOf", "unit of"));

  /** What only programs compare, or what stands on the page in other words. */
  private static final Set<String> FOR_MACHINES =
      Set.of(
          "textSha256",
          "textLength",
          "paragraphSha256",
          "contentSha256",
          "earliestBegin",
          "latestBegin",
          "earliestEnd",
          "latestEnd");

  /** Whether a property tells a reader something that the page doesn't say in other words. */
  static boolean isTelling(Property property) {
    String iri = property.name().iri();
    return TELLING.stream().anyMatch(iri::startsWith)
        && FOR_MACHINES.stream().noneMatch(iri::endsWith)
        && NAMES.stream().noneMatch(name -> name.hasURI(iri));
  }

  /** The graph that says the most of it: it is named once, and only others at each fact. */
  static Optional<Node> mainSource(Description description) {
    return description.own().stream()
        .map(Fact::graphs)
        .flatMap(List::stream)
        .filter(graph -> !graph.equals(Graphs.INFERRED))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<Node, Long>comparingByValue().thenComparing(it -> it.getKey().toString()))
        .map(Map.Entry::getKey);
  }

  /** Properties with their values. */
  List<Property> values(List<Fact> facts) {
    return lists(facts, Triple::getObject);
  }

  /** Properties with what has the thing for their value. */
  List<Property> subjects(List<Fact> facts) {
    return lists(facts, Triple::getSubject);
  }

  private List<Property> lists(List<Fact> facts, Function<Triple, Node> end) {
    Map<Node, List<Fact>> byProperty = new LinkedHashMap<>();
    facts.stream()
        .sorted(Comparator.comparingInt(fact -> rank(fact.triple().getPredicate())))
        .forEach(
            fact ->
                byProperty
                    .computeIfAbsent(fact.triple().getPredicate(), _ -> new ArrayList<>())
                    .add(fact));
    return byProperty.entrySet().stream()
        .map(
            entry ->
                new Property(
                    name(entry.getKey()),
                    entry.getValue().stream()
                        .map(
                            fact ->
                                new Sourced(
                                    Value.of(end.apply(fact.triple()), labels), sources(fact)))
                        .toList()))
        .toList();
  }

  private Value name(Node property) {
    Value value = Value.of(property, labels);
    String words = WORDS.get(property.getURI());
    return words == null ? value : new Value(words, "", value.href(), value.iri());
  }

  /** The telling vocabularies in their order, with what is wanted first before them all. */
  private static int rank(Node property) {
    int first = FIRST.indexOf(property.getURI());
    if (first >= 0) {
      return first;
    }
    int vocabulary = 0;
    while (vocabulary < TELLING.size() && !property.getURI().startsWith(TELLING.get(vocabulary))) {
      vocabulary++;
    }
    return FIRST.size() + vocabulary;
  }

  private List<Value> sources(Fact fact) {
    return mainSource.filter(main -> fact.graphs().equals(List.of(main))).isPresent()
        ? List.of()
        : fact.graphs().stream().map(PropertyLists::source).toList();
  }

  /** A graph, as it stands beside a fact. */
  static Value source(Node graph) {
    return new Value(
        graph.equals(Graphs.INFERRED) ? "entailed" : shortName(graph),
        "",
        Links.of(graph).orElse(""),
        graph.isURI() ? graph.getURI() : "");
  }

  private static String shortName(Node graph) {
    return graph.isURI() && graph.getURI().startsWith(Namespaces.GRAPH)
        ? graph.getURI().substring(Namespaces.GRAPH.length()).replaceFirst("^op-ed/", "")
        : Links.name(graph);
  }
}
