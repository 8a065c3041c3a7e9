package org.demarche.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.draft.Known.Sort;
import org.demarche.draft.KnownNames.Meaning;
import org.demarche.draft.Mention.Certainty;
import org.demarche.ontology.Dem;
import org.jspecify.annotations.Nullable;

/**
 * Collects the names of one dataset, in an order that is the same each time. For one thread, once.
 */
final class NameReading {
  /** A thing of several classes is of the first of these sorts. */
  private static final Map<Node, Sort> SORTS = new LinkedHashMap<>();

  static {
    SORTS.put(Dem.State, Sort.STATE);
    SORTS.put(Dem.Government, Sort.GOVERNMENT);
    SORTS.put(Dem.Administration, Sort.GOVERNMENT);
    SORTS.put(Dem.Person, Sort.PERSON);
    SORTS.put(Dem.Agreement, Sort.AGREEMENT);
    SORTS.put(ORG.Post.asNode(), Sort.POST);
    SORTS.put(Dem.Place, Sort.PLACE);
    SORTS.put(Dem.Actor, Sort.OTHER_ACTOR);
  }

  private final DatasetGraph dataset;
  private final Predicate<Node> graphs;
  private final Map<Node, Known> things = new LinkedHashMap<>();
  final Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
  final Map<Node, Map<String, Meaning>> parts = new HashMap<>();
  final Map<Node, Known> governments = new HashMap<>();
  final Map<Node, Known> publics = new HashMap<>();
  final Map<Node, Known> spokespersons = new HashMap<>();
  final Map<String, Known> persons = new HashMap<>();

  NameReading(DatasetGraph dataset, Predicate<Node> graphs) {
    this.dataset = dataset;
    this.graphs = graphs;
  }

  KnownNames names() {
    Set<Node> unnamed = instances(Dem.UnnamedHolder);
    Set<Node> groups = instances(Dem.ActorGroup);
    SORTS.forEach(
        (type, sort) ->
            instances(type).stream()
                .filter(node -> node.isURI() && !unnamed.contains(node) && !groups.contains(node))
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(node -> things.putIfAbsent(node, new Known(node, sort))));
    things.values().forEach(this::addNames);
    values(Dem.governmentOf)
        .forEach(
            (government, state) -> {
              addOffice(government, state, NameVariants::ofGovernment);
              government(government).ifPresent(it -> governments.putIfAbsent(state, it));
            });
    values(Dem.headedBy)
        .forEach((government, head) -> addOffice(government, head, NameVariants::ofAdministration));
    addShortNames();
    values(Dem.publicOf)
        .forEach(
            (people, state) -> publics.putIfAbsent(state, new Known(people, Sort.OTHER_ACTOR)));
    values(Dem.speaksFor)
        .forEach(
            (speaker, body) ->
                spokespersons.putIfAbsent(body, new Known(speaker, Sort.OTHER_ACTOR)));
    return new KnownNames(this);
  }

  private void addNames(Known thing) {
    for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
      for (Node name : texts(thing.node(), property)) {
        for (String variant : NameVariants.of(name.getLiteralLexicalForm(), thing.sort())) {
          add(variant, thing, Certainty.NAMED);
        }
        if (thing.sort() == Sort.PERSON) {
          addPerson(thing, name.getLiteralLexicalForm());
        }
      }
    }
    for (Node hidden : texts(thing.node(), SKOS.hiddenLabel.asNode())) {
      add(
          hidden.getLiteralLexicalForm(),
          thing,
          thing.sort() == Sort.GOVERNMENT ? Certainty.CAPITAL : Certainty.NAMED);
    }
  }

  private void addPerson(Known person, String name) {
    persons.put(NameFinder.key(name), person);
    for (String part : NameVariants.partsOfPerson(name)) {
      parts
          .computeIfAbsent(person.node(), _ -> new LinkedHashMap<>())
          .put(part, new Meaning(List.of(person), Certainty.SHORTENED));
    }
  }

  private Optional<Known> government(Node node) {
    return Optional.ofNullable(things.get(node)).filter(it -> it.sort() == Sort.GOVERNMENT);
  }

  /**
   * Adds what a government is called after a state or a person.
   *
   * @param making the names, of a name and its language
   */
  private void addOffice(Node government, Node of, BiFunction<String, String, Set<String>> making) {
    government(government)
        .ifPresent(
            known -> {
              for (Node name : texts(of, RDFS.label.asNode())) {
                making
                    .apply(name.getLiteralLexicalForm(), name.getLiteralLanguage())
                    .forEach(made -> add(made, known, Certainty.NAMED));
              }
            });
  }

  /** After all others, as they stand for names. */
  private void addShortNames() {
    Map<String, List<Meaning>> full = new LinkedHashMap<>(meanings);
    full.forEach(
        (name, known) ->
            NameVariants.withShortNames(name)
                .forEach(
                    variant -> {
                      if (!full.containsKey(variant)) {
                        known.forEach(meaning -> add(variant, meaning));
                      }
                    }));
    NameVariants.shortNames()
        .forEach(
            (shortName, longNames) -> {
              for (List<String> together : longNames) {
                List<Optional<Known>> named =
                    together.stream().map(name -> onlyThing(full.get(name))).toList();
                if (together.size() > 1 && named.stream().allMatch(Optional::isPresent)) {
                  add(
                      shortName,
                      new Meaning(
                          named.stream().flatMap(Optional::stream).toList(), Certainty.NAMED));
                } else if (together.size() == 1) {
                  full.getOrDefault(together.getFirst(), List.of())
                      .forEach(meaning -> add(shortName, meaning));
                }
              }
            });
  }

  private static Optional<Known> onlyThing(@Nullable List<Meaning> meanings) {
    return meanings != null && meanings.size() == 1
        ? Optional.of(meanings.getFirst().things().getFirst())
        : Optional.empty();
  }

  private void add(String name, Known thing, Certainty certainty) {
    add(name, new Meaning(List.of(thing), certainty));
  }

  private void add(String name, Meaning meaning) {
    List<Meaning> all = meanings.computeIfAbsent(name, _ -> new ArrayList<>());
    if (all.stream().noneMatch(it -> it.things().equals(meaning.things()))) {
      all.add(meaning);
    }
  }

  private Set<Node> instances(Node type) {
    return new LinkedHashSet<>(
        Iter.iter(dataset.find(Node.ANY, Node.ANY, RDF.Nodes.type, type))
            .map(Quad::getSubject)
            .toList());
  }

  private Map<Node, Node> values(Node property) {
    Map<Node, Node> values = new LinkedHashMap<>();
    Iter.iter(dataset.find(Node.ANY, Node.ANY, property, Node.ANY))
        .forEachRemaining(quad -> values.putIfAbsent(quad.getSubject(), quad.getObject()));
    return values;
  }

  private Set<Node> texts(Node thing, Node property) {
    Set<Node> texts = new HashSet<>();
    Stream<Quad> quads = Iter.asStream(dataset.find(Node.ANY, thing, property, Node.ANY));
    quads
        .filter(quad -> graphs.test(quad.getGraph()) && quad.getObject().isLiteral())
        .forEach(quad -> texts.add(quad.getObject()));
    return texts;
  }
}
