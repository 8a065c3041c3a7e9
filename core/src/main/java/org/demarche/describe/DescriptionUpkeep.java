package org.demarche.describe;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.demarche.GraphRoles;
import org.demarche.describe.Figures.Figure;
import org.demarche.ontology.Graphs;

/**
 * Keeps a description by the differences of a change, so that it costs what changes and not what is
 * stored: each figure by what came and went, found by look-ups. The outcome is that of {@link
 * Description#of}. For one use, by the thread that makes the change.
 */
public final class DescriptionUpkeep {
  /** As many as a description written anew takes at most. */
  private static final int USUAL_ROUNDS = 8;

  private static final Figure ALL_OBJECTS = Figure.of(Description.DATASET, VOID.distinctObjects);
  private static final Figure OWN = Figure.of(Graphs.DESCRIPTION, VOID.triples);

  private final DatasetGraph before;
  private final DatasetGraph after;
  private final Telling telling;
  private final Presence presence;
  private final Figures figures;

  /** How each pattern that was looked at fares. */
  private final Map<Quad, Integer> fates = new HashMap<>();

  /** The patterns that something fits for certain. */
  private final Set<Quad> certain = new HashSet<>();

  private final ClassUses classUses;

  /** The new instances of each class. */
  private final Map<Node, Set<Node>> newOfClass = new HashMap<>();

  /** The figures as they were written last. */
  private final Map<Figure, Long> written = new HashMap<>();

  /**
   * @param before the dataset without the change
   * @param after the dataset with the change
   * @param put adds to the description of the latter
   * @param erase takes from it
   */
  public DescriptionUpkeep(
      DatasetGraph before, DatasetGraph after, Consumer<Quad> put, Consumer<Quad> erase) {
    this.before = before;
    this.after = after;
    this.telling = new Telling(after, put, erase);
    this.presence = new Presence(before, after);
    this.figures = new Figures(before);
    this.classUses = new ClassUses(before, after, figures);
  }

  /**
   * Brings the description up to date.
   *
   * @param added quads of the change, none of them of a description
   * @param removed quads of the change, none of them of a description
   * @param at when the dataset came to be as it is
   * @return false when it has to be written anew, as there is none that could be kept; nothing was
   *     changed then
   */
  public boolean keepUp(List<Quad> added, List<Quad> removed, Instant at) {
    if (!isTold(before, OWN) || !isTold(before, ALL_OBJECTS)) {
      return false;
    }
    added.forEach(quad -> patterns(quad).forEach(certain::add));
    count(Stream.of(added, removed).flatMap(List::stream));
    DescriptionWriter.alwaysTold().forEach(telling::tell);
    telling.retell(
        Description.DATASET, DCTerms.modified.asNode(), Set.of(Description.dateTime(at)));
    examples();
    Stream.of(added, removed)
        .flatMap(List::stream)
        .map(Quad::getGraph)
        .distinct()
        .forEach(new DescribedGraphs(after, figures, telling)::retell);
    for (int round = 1; ; round++) {
      write(round <= USUAL_ROUNDS);
      Set<Triple> news = telling.changed();
      if (news.isEmpty()) {
        return true;
      }
      count(news.stream().map(triple -> Quad.create(Graphs.DESCRIPTION, triple)));
    }
  }

  /** Looks once at each pattern that the quads may have made present or absent. */
  private void count(Stream<Quad> quads) {
    quads.flatMap(DescriptionUpkeep::patterns).collect(Collectors.toSet()).forEach(this::recount);
  }

  /** All that a quad makes present by being there. */
  private static Stream<Quad> patterns(Quad quad) {
    Node any = Node.ANY;
    Node graph = quad.getGraph();
    Node subject = quad.getSubject();
    Node property = quad.getPredicate();
    Node object = quad.getObject();
    Stream<Quad> ofUnion =
        Stream.of(
            Quad.create(any, subject, property, object),
            Quad.create(any, subject, any, any),
            Quad.create(any, any, any, object),
            Quad.create(any, any, property, any),
            Quad.create(any, subject, property, any),
            Quad.create(any, any, property, object));
    boolean isCounted = GraphRoles.isKept(graph) && !graph.equals(Graphs.DESCRIPTION);
    return isCounted
        ? Stream.concat(
            ofUnion,
            Stream.of(
                quad,
                Quad.create(graph, subject, any, any),
                Quad.create(graph, any, any, object),
                Quad.create(graph, any, property, any),
                Quad.create(graph, any, property, property.equals(RDF.Nodes.type) ? object : any)))
        : ofUnion;
  }

  private void recount(Quad pattern) {
    int known = fates.getOrDefault(pattern, 0);
    if (certain.contains(pattern) && fates.containsKey(pattern)) {
      return;
    }
    int fate =
        certain.contains(pattern) ? presence.changeOfPresent(pattern) : presence.change(pattern);
    fates.put(pattern, fate);
    if (fate != known) {
      figures.count(pattern, fate - known);
      if (pattern.getGraph().equals(Node.ANY)
          && !pattern.getSubject().equals(Node.ANY)
          && !pattern.getObject().equals(Node.ANY)) {
        classUses.changed(pattern.asTriple(), fate);
        if (fate > 0 && pattern.getPredicate().equals(RDF.Nodes.type)) {
          newOfClass
              .computeIfAbsent(pattern.getObject(), _ -> new HashSet<>())
              .add(pattern.getSubject());
        }
      }
    }
  }

  private void write(boolean settles) {
    classUses.count();
    for (Figure figure : figures.restless()) {
      if (!figure.equals(ALL_OBJECTS)) {
        write(figure, figures.now(figure));
      }
    }
    if (settles) {
      write(ALL_OBJECTS, figures.now(ALL_OBJECTS));
    } else {
      // The number may itself be a new object, or not, and so never come to rest.
      telling.retell(ALL_OBJECTS.subject(), ALL_OBJECTS.property(), Set.of());
    }
    if (telling.hasOtherPartitions()) {
      telling.retell(Description.DATASET, VOID.vocabulary.asNode(), vocabularies());
    }
    telling.retell(OWN.subject(), OWN.property(), Set.of(DescriptionWriter.number(ownNow())));
  }

  /** How many triples the description has; to tell another number leaves it as it is. */
  private long ownNow() {
    return figures.earlier(OWN) + telling.balance();
  }

  private void write(Figure figure, long number) {
    long known = written.getOrDefault(figure, figures.earlier(figure));
    Set<Triple> setting = figures.setting(figure);
    if (number == known && (number != 0 || !setting.isEmpty() || written.containsKey(figure))) {
      return;
    }
    written.put(figure, number);
    if (known != 0 || setting.isEmpty()) {
      telling.takeBack(figure.with(known));
    }
    if (number != 0 || setting.isEmpty()) {
      telling.tell(figure.with(number));
    }
    if (number == 0) {
      setting.forEach(telling::takeBack);
    } else if (known == 0) {
      setting.forEach(telling::tell);
    }
  }

  private void examples() {
    Set<Node> earlier =
        telling
            .told(Description.DATASET, VOID.exampleResource.asNode(), Node.ANY)
            .map(Triple::getObject)
            .collect(Collectors.toSet());
    Set<Node> examples = new HashSet<>();
    DescriptionWriter.EXAMPLES.forEach(type -> example(type, earlier).ifPresent(examples::add));
    telling.retell(Description.DATASET, VOID.exampleResource.asNode(), examples);
  }

  /** The first instance by name: among the earlier first and the new ones, as long as it stays. */
  private Optional<Node> example(Node type, Set<Node> earlier) {
    Optional<Node> first =
        DescriptionWriter.example(earlier.stream().filter(thing -> isOf(before, thing, type)));
    if (first.isPresent() && !isOf(after, first.get(), type)) {
      return DescriptionWriter.example(
          Iter.asStream(after.findNG(Node.ANY, Node.ANY, RDF.Nodes.type, type))
              .map(Quad::getSubject));
    }
    return DescriptionWriter.example(
        Stream.concat(first.stream(), newOfClass.getOrDefault(type, Set.of()).stream()));
  }

  private static boolean isOf(DatasetGraph dataset, Node thing, Node type) {
    return dataset.contains(Node.ANY, thing, RDF.Nodes.type, type);
  }

  private Set<Node> vocabularies() {
    return DescriptionWriter.vocabularies(
            terms(VOID.classPartition, VOID._class), terms(VOID.propertyPartition, VOID.property))
        .collect(Collectors.toSet());
  }

  private Set<Node> terms(Property partition, Property term) {
    return telling.told(Description.DATASET, partition.asNode(), Node.ANY).toList().stream()
        .flatMap(triple -> telling.told(triple.getObject(), term.asNode(), Node.ANY))
        .map(Triple::getObject)
        .collect(Collectors.toSet());
  }

  private static boolean isTold(DatasetGraph dataset, Figure figure) {
    return dataset.contains(Graphs.DESCRIPTION, figure.subject(), figure.property(), Node.ANY);
  }
}
