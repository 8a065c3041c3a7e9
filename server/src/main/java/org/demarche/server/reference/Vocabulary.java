package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.isOurs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Namespaces;

/**
 * Another vocabulary, and what the ontology has to do with it.
 *
 * @param namespace its beginning of all IRIs
 * @param alignments its terms beside ours
 * @param used its terms that stand in the data as they are
 */
public record Vocabulary(String namespace, List<Alignment> alignments, List<Link> used) {
  /** Copies the lists. */
  public Vocabulary {
    alignments = List.copyOf(alignments);
    used = List.copyOf(used);
  }

  /**
   * How two terms stand to each other.
   *
   * @param ours a term or code on the page
   * @param relation {@code close match} and the like
   * @param theirs a term of the other vocabulary
   */
  public record Alignment(Link ours, String relation, Link theirs) {}

  /** All that the ontology and the codes name, by namespace. */
  static List<Vocabulary> of(Sources sources) {
    List<Alignments.Row> rows =
        Stream.of(sources.ontology(), sources.codes())
            .flatMap(Vocabulary::rows)
            .distinct()
            .toList();
    Set<Node> aligned = rows.stream().map(Alignments.Row::other).collect(Collectors.toSet());
    Map<String, List<Alignments.Row>> byNamespace =
        rows.stream().collect(Collectors.groupingBy(row -> namespace(row.other())));
    Map<String, List<Node>> used =
        declared(sources.ontology())
            .filter(term -> !aligned.contains(term))
            .collect(
                Collectors.groupingBy(Vocabulary::namespace, TreeMap::new, Collectors.toList()));
    Set<String> namespaces = new TreeSet<>(byNamespace.keySet());
    namespaces.addAll(used.keySet());
    return namespaces.stream()
        .map(
            namespace ->
                new Vocabulary(
                    namespace,
                    byNamespace.getOrDefault(namespace, List.of()).stream()
                        .map(Vocabulary::alignment)
                        .toList(),
                    used.getOrDefault(namespace, List.of()).stream().map(Link::to).toList()))
        .toList();
  }

  private static Alignment alignment(Alignments.Row row) {
    return new Alignment(Link.to(row.term()), row.relation(), Link.to(row.other()));
  }

  private static Stream<Alignments.Row> rows(Graph graph) {
    Alignments alignments = new Alignments(graph);
    return graph.stream()
        .map(Triple::getSubject)
        .filter(term -> isOurs(term) || Code.isCode(term))
        .distinct()
        .sorted(Comparator.comparing(Node::getURI, String.CASE_INSENSITIVE_ORDER))
        .flatMap(alignments::rows)
        .filter(row -> !Code.isCode(row.other()));
  }

  private static Stream<Node> declared(Graph ontology) {
    return ontology.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .filter(triple -> triple.getObject().isURI())
        .filter(triple -> triple.getObject().getURI().matches(".*(Class|Property)$"))
        .map(Triple::getSubject)
        .filter(term -> term.isURI() && !term.getURI().startsWith(Namespaces.DEM))
        .distinct()
        .sorted(NodeCmp::compareRDFTerms);
  }

  private static String namespace(Node term) {
    String iri = term.getURI();
    return iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }
}
