package org.demarche.server.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * What the page is made from, copied out of a snapshot. Not to be changed.
 *
 * @param ontology {@code graph:ontology}
 * @param codes {@code graph:codes}
 * @param shapes {@code graph:shapes}
 * @param inferred the subclasses of {@code graph:inferred}
 */
record Sources(Graph ontology, Graph codes, Graph shapes, Graph inferred) {
  /** Languages in the order in which labels are shown; others follow, by tag. */
  private static final List<String> LANGUAGES = List.of("en", "ko", "ja");

  static Sources of(Snapshot snapshot) {
    Graph inferred = GraphMemFactory.createDefaultGraphSameTerm();
    GraphUtil.add(
        inferred,
        snapshot
            .dataset()
            .getGraph(Graphs.INFERRED)
            .find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY));
    return new Sources(
        snapshot.copy(Graphs.ONTOLOGY),
        snapshot.copy(Graphs.CODES),
        snapshot.copy(Graphs.SHAPES),
        inferred);
  }

  /** Whether a node is a name in the namespace of the ontology. */
  static boolean isOurs(Node node) {
    return node.isURI()
        && node.getURI().startsWith(Namespaces.DEM)
        && node.getURI().length() > Namespaces.DEM.length();
  }

  /** What stands after the namespace of the ontology: {@code Actor}. */
  static String localName(Node term) {
    return term.getURI().substring(Namespaces.DEM.length());
  }

  /** The objects of a property, in a fixed order. */
  static Stream<Node> objects(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(Triple::getObject)
        .sorted(NodeCmp::compareRDFTerms);
  }

  /** The subjects of a property, in a fixed order. */
  static Stream<Node> subjects(Graph graph, Node property, Node object) {
    return graph.stream(Node.ANY, property, object)
        .map(Triple::getSubject)
        .distinct()
        .sorted(NodeCmp::compareRDFTerms);
  }

  /** The texts of a property: English first, then Korean and Japanese. */
  static List<Text> texts(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property)
        .filter(Node::isLiteral)
        .map(it -> new Text(it.getLiteralLexicalForm(), language(it)))
        .sorted(Comparator.comparingInt(Sources::rank).thenComparing(Text::language))
        .toList();
  }

  /** The first text of a property. */
  static Optional<String> text(Graph graph, Node subject, Node property) {
    return texts(graph, subject, property).stream().findFirst().map(Text::text);
  }

  private static String language(Node literal) {
    String language = literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
    return language.isEmpty() ? "en" : language;
  }

  private static int rank(Text text) {
    int rank = LANGUAGES.indexOf(text.language());
    return rank < 0 ? LANGUAGES.size() : rank;
  }
}
