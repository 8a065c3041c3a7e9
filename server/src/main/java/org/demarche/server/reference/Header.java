package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.objects;
import static org.demarche.server.reference.Sources.text;
import static org.demarche.server.reference.Sources.texts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What the ontology says of itself.
 *
 * @param iri its name
 * @param labels in several languages
 * @param descriptions what it is for
 * @param details version, licence and the like; without those that it doesn't tell
 * @param promises what becomes of terms
 * @param citation to be copied into a paper
 */
public record Header(
    String iri,
    List<Text> labels,
    List<Text> descriptions,
    List<Fact> details,
    List<Text> promises,
    String citation) {
  private static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/demarche/ontology");
  private static final String VANN = "http://purl.org/vocab/vann/";

  /** Copies the lists. */
  public Header {
    labels = List.copyOf(labels);
    descriptions = List.copyOf(descriptions);
    details = List.copyOf(details);
    promises = List.copyOf(promises);
  }

  static Header of(Graph graph) {
    List<Fact> details =
        Stream.of(
                detail(graph, "Version", OWL.versionInfo.asNode()),
                detail(graph, "IRI of this version", OWL2.versionIRI.asNode()),
                detail(graph, "Created", DCTerms.created.asNode()),
                detail(graph, "Last changed", DCTerms.modified.asNode()),
                detail(graph, "By", DCTerms.creator.asNode()),
                detail(graph, "Licence", DCTerms.license.asNode()),
                detail(graph, "Namespace", vann("preferredNamespaceUri")),
                detail(graph, "Prefix", vann("preferredNamespacePrefix")))
            .filter(detail -> !detail.values().isEmpty())
            .toList();
    return new Header(
        ONTOLOGY.getURI(),
        texts(graph, ONTOLOGY, RDFS.label.asNode()),
        texts(graph, ONTOLOGY, DCTerms.description.asNode()),
        details,
        texts(graph, ONTOLOGY, SKOS.changeNote.asNode()),
        citation(graph));
  }

  private static String citation(Graph graph) {
    return Stream.of(
            text(graph, ONTOLOGY, DCTerms.creator.asNode()),
            text(graph, ONTOLOGY, DCTerms.title.asNode()),
            text(graph, ONTOLOGY, OWL.versionInfo.asNode()).map("Version %s"::formatted),
            text(graph, ONTOLOGY, DCTerms.modified.asNode()).map(Header::day),
            Optional.of(ONTOLOGY.getURI()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(". "));
  }

  private static Fact detail(Graph graph, String name, Node property) {
    return new Fact(name, objects(graph, ONTOLOGY, property).map(value -> detail(value)).toList());
  }

  /** IRIs of Demarche stay as they are: that of the version is a name, and no page. */
  private static Link detail(Node value) {
    if (value.isLiteral()) {
      return Link.words(day(value));
    }
    return value.isURI() && value.getURI().startsWith(ONTOLOGY.getURI())
        ? Link.words(value.getURI())
        : Link.to(value);
  }

  private static String day(Node literal) {
    boolean dated = literal.getLiteralDatatypeURI().endsWith("#dateTime");
    return dated ? day(literal.getLiteralLexicalForm()) : literal.getLiteralLexicalForm();
  }

  /** The day of a moment; other texts as they are. */
  private static String day(String moment) {
    return moment.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})T.*$", "$1");
  }

  private static Node vann(String name) {
    return NodeFactory.createURI(VANN + name);
  }
}
