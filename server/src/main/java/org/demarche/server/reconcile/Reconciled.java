package org.demarche.server.reconcile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/** What is looked for by name, and under which names. */
final class Reconciled {
  /** Offices. */
  static final Node POST = term("org:Post");

  /**
   * What a column is most likely about. Statements, passages and periods are not among them: they
   * have sentences, and no names.
   */
  static final List<Node> DEFAULT_TYPES =
      List.of(
          Dem.Actor,
          Dem.State,
          Dem.Government,
          Dem.Person,
          Dem.Agreement,
          Dem.Event,
          Dem.Measure,
          POST,
          Dem.Grievance,
          Dem.Demand,
          Dem.Condition,
          Dem.CourseOfAction,
          Dem.OpEd);

  /**
   * What has names, and is found only where its type is asked for or nothing else bears the name. A
   * capital's name in an op-ed means the government, so the city must not stand in its way.
   */
  static final List<Node> LESS_LIKELY = List.of(Dem.Place);

  /** All that has names. */
  static final List<Node> NAMED =
      Stream.concat(DEFAULT_TYPES.stream(), LESS_LIKELY.stream()).toList();

  /** The names of a thing; the first ones are those to show. */
  static final List<Node> LABELS =
      List.of(
          RDFS.Nodes.label,
          SKOS.prefLabel.asNode(),
          DCTerms.title.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.hiddenLabel.asNode(),
          SKOS.notation.asNode());

  /** Classes of other vocabularies that data name. */
  static final Set<Node> REUSED_TYPES =
      Set.of(POST, term("org:OrganizationalUnit"), term("org:Membership"));

  /** Properties of other vocabularies that data name. */
  static final Set<Node> REUSED_PROPERTIES =
      Stream.of(
              "dcterms:created",
              "dcterms:isPartOf",
              "dcterms:language",
              "dcterms:source",
              "dcterms:title",
              "foaf:page",
              "oa:end",
              "oa:start",
              "org:member",
              "org:organization",
              "org:postIn",
              "org:unitOf",
              "prov:specializationOf",
              "prov:wasDerivedFrom",
              "rdf:type",
              "rdfs:comment",
              "rdfs:label",
              "schema:articleSection",
              "schema:author",
              "schema:publisher",
              "schema:url",
              "skos:altLabel",
              "skos:closeMatch",
              "skos:editorialNote",
              "skos:exactMatch",
              "skos:hiddenLabel",
              "skos:notation",
              "skos:note")
          .map(Reconciled::term)
          .collect(Collectors.toUnmodifiableSet());

  private Reconciled() {}

  private static Node term(String prefixed) {
    return NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix(prefixed));
  }
}
