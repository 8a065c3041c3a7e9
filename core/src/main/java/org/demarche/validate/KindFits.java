package org.demarche.validate;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/**
 * Looks for things that are not what their name says: {@code id:course/…} is a course of action. A
 * thing without a class, or with that of something else, would be missing from queries, or stand in
 * the wrong ones.
 */
final class KindFits implements Check {
  private static final Map<String, Node> CLASSES =
      Map.ofEntries(
          Map.entry("actor", Dem.Actor),
          Map.entry("agreement", Dem.Agreement),
          Map.entry("condition", Dem.Condition),
          Map.entry("course", Dem.CourseOfAction),
          Map.entry("demand", Dem.Demand),
          Map.entry("dispute", Dem.Dispute),
          Map.entry("event", Dem.Event),
          Map.entry("grievance", Dem.Grievance),
          Map.entry("group", Dem.ActorGroup),
          Map.entry("measure", Dem.Measure),
          Map.entry("membership", ORG.Membership.asNode()),
          Map.entry("participation", Dem.Participation),
          Map.entry("passage", Dem.Passage),
          Map.entry("picture", Dem.Picture),
          Map.entry("place", Dem.Place),
          Map.entry("position", Dem.Position),
          Map.entry("post", ORG.Post.asNode()),
          Map.entry("situation", Dem.Situation),
          Map.entry("statement", Dem.Statement),
          Map.entry("status-period", Dem.StatusPeriod));

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return Stream.concat(subjects(examination), withOtherClasses(examination))
        .distinct()
        .flatMap(thing -> misnamed(thing, examination).stream());
  }

  private static Stream<Node> subjects(Examination examination) {
    return examination.codedTriples().map(coded -> coded.triple().getSubject());
  }

  /** What another graph may still speak of, after the one that said what it is doesn't any more. */
  private static Stream<Node> withOtherClasses(Examination examination) {
    return examination.change().stream()
        .flatMap(ClaimsChange::lostTypes)
        .map(Triple::getSubject)
        .filter(thing -> examination.untouched(thing, Node.ANY, Node.ANY).findAny().isPresent());
  }

  private static Optional<Finding> misnamed(Node thing, Examination examination) {
    return expected(thing)
        .filter(type -> !examination.union().contains(thing, RDF.Nodes.type, type))
        .map(type -> misnamed(thing, ShortName.of(type), examination));
  }

  private static Finding misnamed(Node thing, String type, Examination examination) {
    Optional<Place> place = place(thing, examination);
    return examination.union().contains(thing, RDF.Nodes.type, Node.ANY)
        ? Finding.fault(
            place,
            thing,
            "It is named as a %s, and isn't one.".formatted(type),
            "Make it a %s, or name it after what it is.".formatted(type))
        : Finding.fault(
            place,
            thing,
            "Nothing says what it is.",
            "Give it a class: %s, or one below it.".formatted(type));
  }

  /** Where its class is written, or would be. */
  private static Optional<Place> place(Node thing, Examination examination) {
    Places places = examination.places();
    return examination
        .codedGraphs()
        .flatMap(
            graph -> examination.dataset().getGraph(graph).stream(thing, RDF.Nodes.type, Node.ANY))
        .flatMap(triple -> places.of(triple).stream())
        .min(Place::compareTo)
        .or(() -> places.ofCell(thing, RDF.Nodes.type))
        .or(() -> places.ofSubject(thing));
  }

  /** The class of what is named so; empty where the name says nothing. */
  private static Optional<Node> expected(Node thing) {
    if (!thing.isURI() || !thing.getURI().startsWith(Namespaces.ID)) {
      return Optional.empty();
    }
    String name = thing.getURI().substring(Namespaces.ID.length());
    return Optional.of(name.indexOf('/'))
        .filter(slash -> slash > 0)
        .map(slash -> CLASSES.get(name.substring(0, slash)));
  }
}
