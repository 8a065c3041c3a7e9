package org.demarche.server.things;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Namespaces;
import org.demarche.server.pages.FullStop;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;
import org.demarche.server.things.ThingPage.Link;
import org.demarche.server.things.ThingPage.Paging;
import org.demarche.server.things.ThingPage.Property;

/** Makes pages of descriptions. Thread-safe. */
final class ThingPages {
  private final Sections sections = new Sections();

  /**
   * The page of a thing. Its sections stand on the first page of its facts only.
   *
   * @param labels in the reader's languages
   */
  ThingPage of(Description description, Labels labels, Reading reading) {
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
          .about(thing, name, labels, reading)
          .ifPresentOrElse(answered::add, () -> unanswered.add(sections.heading(name)));
    }
    Label title = labels.of(thing);
    Optional<Node> mainSource = PropertyLists.mainSource(description);
    PropertyLists lists = new PropertyLists(labels, mainSource);
    List<Property> properties = lists.values(description.own());
    String path = Links.of(thing).orElse("");
    boolean chains = first && kind.isInChains();
    return new ThingPage(
        title,
        names(description, title),
        closest(types, reading.snapshot()).map(type -> Value.of(type, labels)),
        thing.getURI(),
        path,
        kind == ThingKind.STATEMENT ? Claim.of(description.own(), labels) : Optional.empty(),
        first && kind == ThingKind.OP_ED
            ? ParagraphMap.of(sections.rows(thing, "paragraphs", reading), labels)
            : Optional.empty(),
        mainSource.map(PropertyLists::source),
        properties.stream().filter(PropertyLists::isTelling).toList(),
        properties.stream().filter(property -> !PropertyLists.isTelling(property)).toList(),
        answered,
        unanswered,
        chains ? Chain.causes(thing, labels) : List.of(),
        chains ? Chain.consequences(thing, labels) : List.of(),
        lists.subjects(description.others()),
        downloads(thing, path, kind, description.number()),
        citation(kind, description, labels, reading.snapshot()),
        new Paging(
            description.number(),
            first ? "" : path + "?page=" + (description.number() - 1),
            description.last() ? "" : path + "?page=" + (description.number() + 1)));
  }

  /** What it is called besides its title: the labels first. */
  private static List<Label> names(Description description, Label title) {
    return description.own().stream()
        .map(Fact::triple)
        .filter(
            triple ->
                PropertyLists.NAMES.contains(triple.getPredicate())
                    && triple.getObject().isLiteral())
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
      return "Demarche. “%s” Commit %d. %s"
          .formatted(FullStop.after(title), snapshot.commit(), iri);
    }
    String author = said(description, "http://schema.org/author", labels).orElse("Unknown author");
    String article = said(description, "http://purl.org/dc/terms/title", labels).orElse(title);
    String outlet =
        said(description, "http://schema.org/publisher", labels)
            .map(it -> " " + it + ",")
            .orElse("");
    String day = said(description, Namespaces.DEM + "edtf", labels).orElse("no date");
    return "%s “%s”%s %s. Coded in Demarche, commit %d. %s"
        .formatted(
            FullStop.after(author), FullStop.after(article), outlet, day, snapshot.commit(), iri);
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
