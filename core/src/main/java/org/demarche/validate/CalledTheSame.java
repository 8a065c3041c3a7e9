package org.demarche.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.GraphRoles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/**
 * Looks for things that probably exist already under another IRI: an op-ed describes a new actor,
 * agreement, event or the like, and another graph has one of the same class family that is called
 * the same. Advice, as two things may share a name.
 *
 * <p>Names are looked up in the index of literals, one spelling at a time, so that the cost doesn't
 * grow with the store; a name there whose accents the new one lacks isn't found.
 */
final class CalledTheSame implements Check {
  private static final List<Node> NAMES =
      List.of(RDFS.Nodes.label, SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode());

  /** A name that so many things have, such as "headline", tells none of them. */
  private static final int MOST_USES = 200;

  /** Their names say what they say or are: the same name in two op-eds is as it should be. */
  private static final Set<Node> OF_ONE_OP_ED =
      Set.of(Dem.OpEd, Dem.Passage, Dem.Statement, Dem.Coding, Dem.Coder);

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedGraphs()
        .filter(GraphRoles::isOpEd)
        .flatMap(graph -> newThings(graph, examination).flatMap(it -> it.findings(examination)));
  }

  private static Stream<New> newThings(Node graph, Examination examination) {
    return examination.dataset().getGraph(graph).stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .filter(triple -> !OF_ONE_OP_ED.contains(triple.getObject()))
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .distinct()
        .map(thing -> new New(graph, thing))
        .filter(it -> !it.isDescribedElsewhere(examination));
  }

  /** A thing that one op-ed alone describes. */
  private record New(Node graph, Node thing) {

    boolean isDescribedElsewhere(Examination examination) {
      return isIn(
          Iter.asStream(examination.dataset().findNG(Node.ANY, thing, RDF.Nodes.type, Node.ANY)));
    }

    /** One finding for each other thing, at the first name that the two share. */
    Stream<Finding> findings(Examination examination) {
      return NAMES.stream()
          .flatMap(
              property -> examination.dataset().getGraph(graph).stream(thing, property, Node.ANY))
          .flatMap(
              name -> others(name.getObject(), examination).map(other -> new Shared(name, other)))
          .collect(Collectors.toMap(Shared::other, shared -> shared, (first, _) -> first))
          .values()
          .stream()
          .map(shared -> finding(shared, examination));
    }

    private Stream<Node> others(Node name, Examination examination) {
      return name.isLiteral()
          ? Spelling.variants(name.getLiteralLexicalForm()).stream()
              .map(spelling -> NodeFactory.createLiteralLang(spelling, name.getLiteralLanguage()))
              .flatMap(
                  literal ->
                      Iter.asStream(
                              examination.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, literal))
                          .limit(MOST_USES))
              .filter(quad -> NAMES.contains(quad.getPredicate()))
              .filter(this::isElsewhere)
              .map(Quad::getSubject)
              .filter(other -> !other.equals(thing) && other.isURI())
              .filter(other -> isOfOneFamily(other, examination) && !isLinked(other, examination))
              .distinct()
          : Stream.empty();
    }

    private boolean isIn(Stream<Quad> quads) {
      return quads.anyMatch(this::isElsewhere);
    }

    private boolean isElsewhere(Quad quad) {
      return GraphRoles.isCoded(quad.getGraph()) && !quad.getGraph().equals(graph);
    }

    /** Whether a class of ours holds both, be it by what follows. */
    private boolean isOfOneFamily(Node other, Examination examination) {
      return examination.union().stream(thing, RDF.Nodes.type, Node.ANY)
          .map(Triple::getObject)
          .filter(
              type ->
                  type.isURI()
                      && (type.getURI().startsWith(Namespaces.DEM)
                          || type.getURI().startsWith(ORG.getURI())))
          .anyMatch(type -> examination.union().contains(other, RDF.Nodes.type, type));
    }

    /** Whether the coder has seen the other, and says how the two are related. */
    private boolean isLinked(Node other, Examination examination) {
      return examination.dataset().getGraph(graph).contains(thing, Node.ANY, other)
          || examination.dataset().getGraph(graph).contains(other, Node.ANY, thing);
    }

    private Finding finding(Shared shared, Examination examination) {
      return new Examination.Coded(graph, shared.name(), examination.places())
          .advice(
              "It is called the same as %s.".formatted(ShortName.of(shared.other())),
              "Use that, and leave this out; or, if they are two, give it a name that tells them"
                  + " apart.");
    }
  }

  private record Shared(Triple name, Node other) {}
}
