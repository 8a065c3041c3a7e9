package org.demarche.queries;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.load.Source;
import org.demarche.load.SourceFile;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * The canned queries as triples of {@code graph:queries}, where editors of others look for
 * examples: executables and prefixes as <a href="https://www.w3.org/TR/shacl/#sparql-constraints">
 * SHACL</a> names them. Parameters stay variables, so that each query runs as it stands.
 *
 * <p>A source like any other: it is loaded, examined and remembered in the same way, and loaded
 * anew only when a query has changed. Stateless; thread-safe.
 */
public final class QueryExamples {
  private static final String FILE = "queries.nt";
  private static final Node PREFIXES = NodeFactory.createURI(Graphs.QUERIES.getURI() + "/prefixes");
  private static final Node KEYWORDS =
      NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix("schema:keywords"));

  /** Sorted, so that the same queries are the same bytes. */
  private final Set<String> lines = new TreeSet<>();

  private QueryExamples() {}

  /** The source of {@code graph:queries}. */
  public static Source of(Catalogue catalogue) {
    QueryExamples examples = new QueryExamples();
    examples.add(PREFIXES, RDF.Nodes.type, OWL.Ontology.asNode());
    examples.add(PREFIXES, RDFS.Nodes.label, english("The prefixes of the canned queries"));
    catalogue.all().forEach(examples::add);
    byte[] content = String.join("", examples.lines).getBytes(StandardCharsets.UTF_8);
    return new Source(Graphs.QUERIES, List.of(SourceFile.of(FILE, content)));
  }

  /** The IRI by which a canned query is known: {@code id:query/{name}}. */
  public static Node iri(CannedQuery query) {
    return NodeFactory.createURI(Namespaces.ID + "query/" + query.name());
  }

  private void add(CannedQuery canned) {
    form(canned.query()).ifPresent(form -> add(canned, form));
  }

  private void add(CannedQuery canned, Form form) {
    Node example = iri(canned);
    add(example, RDF.Nodes.type, SHACL.SPARQLExecutable);
    add(example, RDF.Nodes.type, form.type());
    add(example, form.property(), NodeFactory.createLiteralString(canned.query().serialize()));
    add(example, RDFS.Nodes.label, english(canned.summary()));
    add(example, RDFS.Nodes.comment, english(canned.description()));
    canned.tags().forEach(tag -> add(example, KEYWORDS, NodeFactory.createLiteralString(tag)));
    add(example, SHACL.prefixes, PREFIXES);
    canned.query().getPrefixMapping().getNsPrefixMap().forEach(this::declare);
  }

  private void declare(String prefix, String namespace) {
    Node declaration = NodeFactory.createURI(Graphs.QUERIES.getURI() + "/prefix/" + prefix);
    add(PREFIXES, SHACL.declare, declaration);
    add(declaration, SHACL.prefix, NodeFactory.createLiteralString(prefix));
    add(
        declaration,
        SHACL.namespace,
        NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
  }

  private record Form(Node type, Node property) {}

  /** SHACL has no executable for {@code DESCRIBE}. */
  private static Optional<Form> form(Query query) {
    return switch (query.queryType()) {
      case SELECT -> Optional.of(new Form(SHACL.SPARQLSelectExecutable, SHACL.select));
      case CONSTRUCT -> Optional.of(new Form(SHACL.SPARQLConstructExecutable, SHACL.construct));
      case ASK -> Optional.of(new Form(SHACL.SPARQLAskExecutable, SHACL.ask));
      default -> Optional.empty();
    };
  }

  private void add(Node subject, Node property, Node object) {
    lines.add(
        "%s %s %s .\n"
            .formatted(
                NodeFmtLib.strNT(subject), NodeFmtLib.strNT(property), NodeFmtLib.strNT(object)));
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text.strip(), "en");
  }
}
