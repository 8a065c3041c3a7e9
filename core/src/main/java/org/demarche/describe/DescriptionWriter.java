package org.demarche.describe;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.demarche.GraphRoles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/** Writes the triples of one description. For one use, by one thread. */
final class DescriptionWriter {
  /** VoID has no term for it; this extension is what generators and editors of others use. */
  private static final String VOID_EXTENSION = "http://ldf.fi/void-ext#";

  static final Node DATATYPE_PARTITION = iri(VOID_EXTENSION + "datatypePartition");
  static final Node DATATYPE = iri(VOID_EXTENSION + "datatype");
  static final String WIKIDATA = "http://www.wikidata.org/entity/";

  /** The set of links to Wikidata. */
  static final Node LINKS = iri(Graphs.DESCRIPTION.getURI() + "/links-to-wikidata");

  /** Of these one each is told as an example. */
  static final List<Node> EXAMPLES = List.of(Dem.OpEd, Dem.Statement, Dem.Agreement);

  private static final Node LICENSE = iri("https://creativecommons.org/licenses/by/4.0/");

  /** The values of these are the figures themselves, so counting them would change them. */
  static final Set<Node> FIGURES =
      Stream.of(
              VOID.triples,
              VOID.entities,
              VOID.distinctSubjects,
              VOID.distinctObjects,
              VOID.classes,
              VOID.properties)
          .map(Property::asNode)
          .collect(Collectors.toUnmodifiableSet());

  private final Tally whole;
  private final Map<Node, Tally> graphs;
  private final long own;
  private final Node modified;
  private final Set<Triple> triples = new HashSet<>();

  /**
   * @param whole the union of all named graphs, the description included
   * @param graphs each named graph but the description
   * @param own how many triples the description has
   * @param modified when the dataset came to be as it is
   */
  DescriptionWriter(Tally whole, Map<Node, Tally> graphs, long own, Node modified) {
    this.whole = whole;
    this.graphs = graphs;
    this.own = own;
    this.modified = modified;
  }

  Set<Triple> write(boolean withAllObjects) {
    Node dataset = Description.DATASET;
    triples.addAll(alwaysTold());
    add(dataset, DCTerms.modified, modified);
    examples().forEach(example -> add(dataset, VOID.exampleResource, example));
    vocabularies(whole.classes(), whole.properties().keySet())
        .forEach(vocabulary -> add(dataset, VOID.vocabulary, vocabulary));
    totals(dataset, whole);
    if (withAllObjects) {
      add(dataset, VOID.distinctObjects, number(whole.all().objects().size()));
    }
    partitions(dataset, whole);
    whole
        .properties()
        .forEach((property, column) -> details(partition(dataset, property), property, column));
    classesOfOurs();
    long links = linksToWikidata();
    if (links > 0) {
      triples.addAll(linkset());
      add(LINKS, VOID.triples, number(links));
    }
    graphs.forEach(this::graph);
    add(Graphs.DESCRIPTION, VOID.triples, number(own));
    return triples;
  }

  /** What is said of the dataset whatever it holds. */
  static Set<Triple> alwaysTold() {
    Set<Triple> told = new HashSet<>();
    Node dataset = Description.DATASET;
    tell(told, dataset, RDF.type, VOID.Dataset.asNode());
    tell(told, dataset, RDF.type, DCAT.Dataset.asNode());
    tell(told, dataset, DCTerms.title, english("Demarche"));
    tell(
        told,
        dataset,
        DCTerms.description,
        english(
            "What commentators claim in international affairs: who claims what about whom, where"
                + " exactly they say it, and what follows. The figures are of the union of the"
                + " named graphs, this description included."));
    tell(told, dataset, DCTerms.creator, NodeFactory.createLiteralString("The Demarche project"));
    tell(told, dataset, DCTerms.license, LICENSE);
    tell(told, dataset, VOID.uriSpace, NodeFactory.createLiteralString(Namespaces.ID));
    tell(
        told,
        dataset,
        VOID.uriRegexPattern,
        NodeFactory.createLiteralString("^" + Namespaces.ID.replace(".", "\\.")));
    tell(told, dataset, VOID.subset, Graphs.DESCRIPTION);
    tell(told, Graphs.DESCRIPTION, RDF.type, VOID.Dataset.asNode());
    return told;
  }

  /** What is said of the links to Wikidata where there are any, but for their number. */
  static Set<Triple> linkset() {
    Set<Triple> told = new HashSet<>();
    Node wikidata = iri(Graphs.DESCRIPTION.getURI() + "/wikidata");
    tell(told, wikidata, RDF.type, VOID.Dataset.asNode());
    tell(told, wikidata, DCTerms.title, english("Wikidata"));
    tell(told, wikidata, VOID.uriSpace, NodeFactory.createLiteralString(WIKIDATA));
    tell(told, LINKS, RDF.type, VOID.Linkset.asNode());
    tell(told, LINKS, VOID.linkPredicate, SKOS.exactMatch.asNode());
    tell(told, LINKS, VOID.subjectsTarget, Description.DATASET);
    tell(told, LINKS, VOID.objectsTarget, wikidata);
    tell(told, Description.DATASET, VOID.subset, LINKS);
    return told;
  }

  /** What is said of a named graph other than the description. */
  static Set<Triple> ofGraph(Node graph, Tally tally) {
    DescriptionWriter writer = new DescriptionWriter(tally, Map.of(), 0, graph);
    writer.graph(graph, tally);
    return writer.triples;
  }

  private void graph(Node graph, Tally tally) {
    add(Description.DATASET, VOID.subset, graph);
    add(graph, RDF.type, VOID.Dataset.asNode());
    totals(graph, tally);
    add(graph, VOID.distinctObjects, number(tally.all().objects().size()));
    if (!growsWithTheCorpus(graph)) {
      partitions(graph, tally);
    }
  }

  /**
   * Whether there are ever more graphs of its kind, or ever more of all kinds of things in it. Of
   * these only totals are told, or the description would soon be a tenth of the dataset.
   */
  static boolean growsWithTheCorpus(Node graph) {
    return GraphRoles.isOpEd(graph) || GraphRoles.isKept(graph);
  }

  private void totals(Node dataset, Tally tally) {
    add(dataset, VOID.triples, number(tally.all().triples()));
    add(dataset, VOID.entities, number(entities(tally)));
    add(dataset, VOID.distinctSubjects, number(tally.all().subjects().size()));
    add(dataset, VOID.classes, number(tally.classes().size()));
    add(dataset, VOID.properties, number(tally.properties().size()));
  }

  /** As VoID defines it: subjects whose IRIs fit the pattern of the dataset. */
  private static long entities(Tally tally) {
    return tally.all().subjects().keySet().stream()
        .filter(subject -> subject.isURI() && subject.getURI().startsWith(Namespaces.ID))
        .count();
  }

  private void partitions(Node dataset, Tally tally) {
    for (Node type : tally.classes()) {
      if (type.isURI()) {
        Node partition = partition(dataset, type);
        add(dataset, VOID.classPartition, partition);
        add(partition, VOID._class, type);
        add(partition, VOID.entities, number(tally.instances(type).size()));
      }
    }
    tally
        .properties()
        .forEach(
            (property, column) ->
                propertyPartition(
                    dataset, partition(dataset, property), property, column.triples()));
  }

  private void propertyPartition(Node of, Node partition, Node property, long count) {
    add(of, VOID.propertyPartition, partition);
    add(partition, VOID.property, property);
    add(partition, VOID.triples, number(count));
  }

  private void details(Node partition, Node property, Tally.Column column) {
    add(partition, VOID.distinctSubjects, number(column.subjects().size()));
    if (!FIGURES.contains(property)) {
      add(partition, VOID.distinctObjects, number(column.objects().size()));
    }
    column
        .datatypes()
        .forEach(
            (datatype, count) -> {
              Node part = partition(partition, datatype);
              add(partition, DATATYPE_PARTITION, part);
              add(part, DATATYPE, datatype);
              add(part, VOID.triples, number(count));
            });
  }

  /** Which properties the instances of each class have: what an editor offers after a class. */
  private void classesOfOurs() {
    Map<Node, Set<Node>> classes = new HashMap<>();
    for (Node type : whole.classes()) {
      if (type.isURI() && type.getURI().startsWith(Namespaces.DEM)) {
        whole
            .instances(type)
            .forEach(instance -> classes.computeIfAbsent(instance, _ -> new HashSet<>()).add(type));
      }
    }
    whole
        .properties()
        .forEach(
            (property, column) -> {
              Map<Node, Long> counts = new HashMap<>();
              column
                  .subjects()
                  .forEach(
                      (subject, count) ->
                          classes
                              .getOrDefault(subject, Set.of())
                              .forEach(type -> counts.merge(type, count, Long::sum)));
              counts.forEach(
                  (type, count) -> {
                    Node ofClass = partition(Description.DATASET, type);
                    propertyPartition(ofClass, partition(ofClass, property), property, count);
                  });
            });
  }

  private long linksToWikidata() {
    return Optional.ofNullable(whole.properties().get(SKOS.exactMatch.asNode()))
        .map(Tally.Column::objects)
        .orElse(Map.of())
        .entrySet()
        .stream()
        .filter(link -> link.getKey().isURI() && link.getKey().getURI().startsWith(WIKIDATA))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** One of each kind that a reader may want to look at first. */
  private Stream<Node> examples() {
    return EXAMPLES.stream().flatMap(type -> example(whole.instances(type).stream()).stream());
  }

  static Optional<Node> example(Stream<Node> instances) {
    return instances.filter(Node::isURI).min(Comparator.comparing(Node::getURI));
  }

  /** The namespaces of the classes and properties in use. */
  static Stream<Node> vocabularies(Set<Node> classes, Set<Node> properties) {
    return Stream.of(classes, properties)
        .flatMap(Set::stream)
        .filter(Node::isURI)
        .map(Node::getURI)
        .map(term -> term.substring(0, Math.max(term.indexOf('#'), term.lastIndexOf('/')) + 1))
        .filter(namespace -> !namespace.isEmpty())
        .distinct()
        .map(DescriptionWriter::iri);
  }

  /** The same IRI each time, so that a partition whose figures stay is left alone. */
  static Node partition(Node dataset, Node by) {
    String hash = DigestUtils.sha256Hex(dataset.getURI() + " " + by.getURI() + " ");
    return iri(Graphs.DESCRIPTION.getURI() + "/" + hash.substring(0, 16));
  }

  private static void tell(Set<Triple> told, Node subject, Property property, Node object) {
    told.add(Triple.create(subject, property.asNode(), object));
  }

  private void add(Node subject, Property property, Node object) {
    add(subject, property.asNode(), object);
  }

  private void add(Node subject, Node property, Node object) {
    triples.add(Triple.create(subject, property, object));
  }

  static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
