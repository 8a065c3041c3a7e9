package org.demarche.server.editor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * What queries can be about: classes, properties, codes, and things with a name. Not the statements
 * and passages, which are found by what they are about. Immutable.
 *
 * @param terms by IRI; the ontology's first, then codes, then the background's things, then those
 *     of op-eds
 * @param complete whether these are all
 */
record Terms(Map<String, Term> terms, boolean complete) {
  /** So many fit into a browser without being felt. */
  static final int MOST = 6_000;

  /** So many names are looked at, however many op-eds there are. */
  private static final int MOST_NAMES = 60_000;

  private static final List<Node> NAMES =
      List.of(RDFS.Nodes.label, SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

  private static final Set<String> UNLISTED = Set.of("statement", "passage", "query");

  /**
   * A term.
   *
   * @param kind {@code class}, {@code property}, {@code code}, or what the thing is by its IRI
   * @param labels literals, in the order in which they were found
   */
  record Term(String kind, Set<Node> labels) {}

  static Terms of(DatasetGraph dataset) {
    return new Collector(dataset).collected();
  }

  /** For a browser. */
  String json(long commit) {
    JsonArray list = new JsonArray();
    terms.forEach((iri, term) -> list.add(json(iri, term)));
    JsonObject all = new JsonObject();
    all.put("commit", commit);
    all.put("complete", complete);
    all.put("terms", list);
    return JSON.toStringFlat(all);
  }

  private static JsonObject json(String iri, Term term) {
    JsonArray labels = new JsonArray();
    for (Node literal : term.labels()) {
      JsonObject label = new JsonObject();
      label.put("text", literal.getLiteralLexicalForm());
      label.put("language", literal.getLiteralLanguage());
      labels.add(label);
    }
    JsonObject json = new JsonObject();
    json.put("iri", iri);
    json.put("kind", term.kind());
    json.put("labels", labels);
    return json;
  }

  private static final class Collector {
    private final DatasetGraph dataset;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private int names;
    private boolean complete = true;

    Collector(DatasetGraph dataset) {
      this.dataset = dataset;
    }

    Terms collected() {
      ofType(OWL.Class.asNode(), "class");
      ofType(RDF.Property.asNode(), "property");
      ofType(OWL.ObjectProperty.asNode(), "property");
      ofType(OWL.DatatypeProperty.asNode(), "property");
      ofType(OWL.AnnotationProperty.asNode(), "property");
      for (Node graph : List.of(Graphs.ONTOLOGY, Graphs.CODES, Graphs.REFERENCE, Node.ANY)) {
        NAMES.forEach(name -> named(graph, name));
      }
      return new Terms(terms, complete);
    }

    private void ofType(Node type, String kind) {
      Iter.asStream(dataset.find(Graphs.ONTOLOGY, Node.ANY, RDF.Nodes.type, type))
          .map(Quad::getSubject)
          .filter(Node::isURI)
          .forEach(term -> terms.computeIfAbsent(term.getURI(), _ -> new Term(kind, noLabels())));
    }

    private void named(Node graph, Node name) {
      Iterator<Quad> found = dataset.find(graph, Node.ANY, name, Node.ANY);
      while (found.hasNext()) {
        Quad quad = found.next();
        if (++names > MOST_NAMES) {
          complete = false;
          return;
        }
        if (quad.getSubject().isURI() && quad.getObject().isLiteral()) {
          named(quad.getSubject().getURI(), quad.getObject());
        }
      }
    }

    private void named(String iri, Node label) {
      Term known = terms.get(iri);
      if (known != null) {
        known.labels().add(label);
        return;
      }
      Optional<String> kind = kind(iri);
      if (kind.isEmpty()) {
        return;
      }
      if (terms.size() >= MOST) {
        complete = false;
        return;
      }
      Set<Node> labels = noLabels();
      labels.add(label);
      terms.put(iri, new Term(kind.get(), labels));
    }

    private static Set<Node> noLabels() {
      return new LinkedHashSet<>();
    }

    /** What an IRI names; empty for what isn't listed. */
    private static Optional<String> kind(String iri) {
      String name = Namespaces.PREFIXES.shortForm(iri);
      if (name.startsWith("code:")) {
        return Optional.of("code");
      }
      return Optional.of(name)
          .filter(it -> it.startsWith("id:"))
          .map(it -> it.substring("id:".length()).replaceFirst("/.*", ""))
          .filter(it -> !UNLISTED.contains(it));
    }
  }
}
