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
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;
import org.demarche.server.things.ThingPage.Link;
import org.demarche.server.things.ThingPage.Paging;
import org.demarche.server.things.ThingPage.Property;
import org.demarche.server.things.ThingPage.Sourced;

/** Makes pages of descriptions. Thread-safe. */
final class ThingPages {
  private static final Set<Node> NAMES =
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

  private final Sections sections = new Sections();

  /**
   * The page of a thing. Its sections stand on the first page of its facts only.
   *
   * @param labels in the reader's languages
   */
  ThingPage of(Description description, Labels labels, Snapshot snapshot) {
    Node thing = description.thing();
    Set<Node> types =
        description.own().stream()
            .map(Fact::triple)
            .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type))
            .map(Triple::getObject)
            .collect(Collectors.toSet());
    ThingKind kind = ThingKind.of(thing, types);
    boolean first = description.number() == 1;
    List<Section> answered = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    for (String name : first ? kind.sections() : List.<String>of()) {
      sections
          .about(thing, name, labels, snapshot)
          .ifPresentOrElse(answered::add, () -> unanswered.add(sections.heading(name)));
    }
    Label title = labels.of(thing);
    Optional<Node> mainSource = mainSource(description);
    List<Property> properties =
        properties(description.own(), Triple::getObject, labels, mainSource);
    String path = Links.of(thing).orElse("");
    boolean chains = first && kind.isInChains();
    return new ThingPage(
        title,
        names(description, title),
        closest(types, snapshot).map(type -> Value.of(type, labels)),
        thing.getURI(),
        path,
        labels.languages().stream().findFirst().orElse(""),
        kind == ThingKind.STATEMENT ? Claim.of(description.own(), labels) : Optional.empty(),
        first && kind == ThingKind.OP_ED
            ? ParagraphMap.of(sections.rows(thing, "paragraphs", snapshot), labels)
            : Optional.empty(),
        mainSource.map(ThingPages::source),
        properties.stream().filter(ThingPages::isTelling).toList(),
        properties.stream().filter(property -> !isTelling(property)).toList(),
        answered,
        unanswered,
        chains ? Chain.causes(thing, labels) : List.of(),
        chains ? Chain.consequences(thing, labels) : List.of(),
        properties(description.others(), Triple::getSubject, labels, mainSource),
        downloads(thing, path, kind, description.number()),
        citation(kind, description, labels, snapshot),
        new Paging(
            description.number(),
            first ? "" : path + "?page=" + (description.number() - 1),
            description.last() ? "" : path + "?page=" + (description.number() + 1)));
  }

  /** What it is called besides its title: the labels first. */
  private static List<Label> names(Description description, Label title) {
    return description.own().stream()
        .map(Fact::triple)
        .filter(triple -> NAMES.contains(triple.getPredicate()) && triple.getObject().isLiteral())
        .sorted(Comparator.comparing(triple -> !triple.getPredicate().equals(RDFS.Nodes.label)))
        .map(Triple::getObject)
        .map(name -> new Label(name.getLiteralLexicalForm(), name.getLiteralLanguage()))
        .filter(name -> !name.text().isBlank() && !name.equals(title))
        .distinct()
        .toList();
  }

  /** The class that no other of its classes is below. */
  private static Optional<Node> closest(Set<Node> types, Snapshot snapshot) {
    return types.stream()
        .filter(type -> type.isURI() && type.getURI().startsWith(Namespaces.DEM))
        .filter(
            type ->
                types.stream()
                    .noneMatch(
                        other ->
                            !other.equals(type)
                                && snapshot
                                    .dataset()
                                    .contains(Node.ANY, other, RDFS.Nodes.subClassOf, type)))
        .min(Comparator.comparing(Node::getURI))
        .or(() -> types.stream().filter(Node::isURI).min(Comparator.comparing(Node::getURI)));
  }

  private static boolean isTelling(Property property) {
    String iri = property.name().iri();
    return TELLING.stream().anyMatch(iri::startsWith)
        && FOR_MACHINES.stream().noneMatch(iri::endsWith)
        && NAMES.stream().noneMatch(name -> name.hasURI(iri));
  }

  /** The graph that says the most of it: it is named once, and only others at each fact. */
  private static Optional<Node> mainSource(Description description) {
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

  private static List<Property> properties(
      List<Fact> facts, Function<Triple, Node> end, Labels labels, Optional<Node> mainSource) {
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
                    name(entry.getKey(), labels),
                    entry.getValue().stream()
                        .map(
                            fact ->
                                new Sourced(
                                    Value.of(end.apply(fact.triple()), labels),
                                    sources(fact, mainSource)))
                        .toList()))
        .toList();
  }

  private static Value name(Node property, Labels labels) {
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

  private static List<Value> sources(Fact fact, Optional<Node> mainSource) {
    return mainSource.filter(main -> fact.graphs().equals(List.of(main))).isPresent()
        ? List.of()
        : fact.graphs().stream().map(ThingPages::source).toList();
  }

  private static Value source(Node graph) {
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

  private static List<Link> downloads(Node thing, String path, ThingKind kind, int number) {
    String page = number == 1 ? "" : "&page=" + number;
    Stream<Link> forms =
        Stream.of(
                new Link("Turtle", "ttl"),
                new Link("JSON-LD", "jsonld"),
                new Link("N-Triples", "nt"),
                new Link("RDF/XML", "rdf"))
            .map(form -> new Link(form.text(), path + "?format=" + form.href() + page));
    if (kind != ThingKind.OP_ED) {
      return forms.toList();
    }
    String name = Links.name(thing);
    String graph = Links.encoded(Namespaces.GRAPH + name);
    return Stream.concat(
            Stream.of(
                new Link("All of its graph as Turtle", "/data?format=ttl&graph=" + graph),
                new Link("as TriG", "/data?format=trig&graph=" + graph),
                new Link(
                    "its statements as CSV",
                    "/queries/statements?format=csv&source=" + Links.encoded(name))),
            forms)
        .toList();
  }

  private static String citation(
      ThingKind kind, Description description, Labels labels, Snapshot snapshot) {
    String title = labels.of(description.thing()).text();
    String iri = description.thing().getURI();
    if (kind != ThingKind.OP_ED) {
      return "Demarche. “%s.” Commit %d. %s".formatted(title, snapshot.commit(), iri);
    }
    String author = said(description, "http://schema.org/author", labels).orElse("Unknown author");
    String article = said(description, "http://purl.org/dc/terms/title", labels).orElse(title);
    String outlet =
        said(description, "http://schema.org/publisher", labels)
            .map(it -> " " + it + ",")
            .orElse("");
    String day = said(description, Namespaces.DEM + "edtf", labels).orElse("no date");
    return "%s. “%s.”%s %s. Coded in Demarche, commit %d. %s"
        .formatted(author, article, outlet, day, snapshot.commit(), iri);
  }

  private static Optional<String> said(Description description, String property, Labels labels) {
    String all =
        description.own().stream()
            .map(Fact::triple)
            .filter(triple -> triple.getPredicate().hasURI(property))
            .map(triple -> labels.of(triple.getObject()).text())
            .collect(Collectors.joining(", "));
    return Optional.of(all).filter(text -> !text.isEmpty());
  }
}
