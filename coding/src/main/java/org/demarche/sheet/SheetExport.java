package org.demarche.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ErrorCategory;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;
import org.demarche.validate.Severity;
import org.demarche.validate.ShortName;

/**
 * Writes the graph of an op-ed as a sheet, from which the same graph can be built. What no column
 * is declared for gets a column of its own, headed by its property. For one graph, by one thread.
 */
public final class SheetExport {
  private final String slug;
  private final Node opEd;
  private final Vocabulary vocabulary = Vocabulary.bundled();
  private final ValueWriter writer;
  private final Map<Node, Set<Triple>> descriptions =
      new TreeMap<>(Comparator.comparing(Node::toString));
  private final List<Finding> faults = new ArrayList<>();

  private SheetExport(String slug, Graph graph) {
    this.slug = slug;
    this.opEd = NodeFactory.createURI(Namespaces.ID + "op-ed/" + slug);
    String language =
        graph.stream(opEd, DCTerms.language.asNode(), Node.ANY)
            .map(Triple::getObject)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .min(Comparator.naturalOrder())
            .orElse("en");
    this.writer = new ValueWriter(new ValueReader(vocabulary, slug, language));
    graph.stream()
        .forEach(
            triple ->
                descriptions
                    .computeIfAbsent(triple.getSubject(), subject -> new HashSet<>())
                    .add(triple));
  }

  /**
   * The sheet of an op-ed.
   *
   * @param slug of the op-ed
   * @param graph its named graph, which isn't changed
   * @throws Refusal {@link ErrorCategory#BAD_INPUT} with all that can't be written in a sheet:
   *     things without a name, and properties that the ontology doesn't declare
   */
  public static Sheet of(String slug, Graph graph) {
    return new SheetExport(slug, graph).sheet();
  }

  private Sheet sheet() {
    ExportedCoding coding = ExportedCoding.of(slug, descriptions);
    coding.triples().forEach(this::remove);
    TableWriter opEds = new TableWriter(TableName.OP_ED, writer, vocabulary, faults);
    TableWriter statements = new TableWriter(TableName.STATEMENTS, writer, vocabulary, faults);
    TableWriter entities = new TableWriter(TableName.ENTITIES, writer, vocabulary, faults);
    Map<String, String> first = new LinkedHashMap<>();
    first.put("slug", slug);
    first.putAll(coding.cells());
    opEds.add(opEd, first, said(opEd, TableName.OP_ED));
    List<Node> rest = new ArrayList<>(descriptions.keySet());
    rest.remove(opEd);
    rest.stream()
        .filter(this::isStatement)
        .sorted(Comparator.comparing(Node::getURI, NaturalOrder.INSTANCE))
        .forEach(
            statement -> {
              String id = code(statement);
              Set<Triple> said = said(statement, TableName.STATEMENTS);
              said.remove(Triple.create(statement, Dem.code, NodeFactory.createLiteralString(id)));
              statements.add(statement, Map.of("id", id), said);
            });
    rest.stream()
        .filter(thing -> !isStatement(thing))
        .sorted(
            Comparator.comparing((Node thing) -> !isPassage(thing))
                .thenComparingLong(this::start)
                .thenComparing(Node::toString, NaturalOrder.INSTANCE))
        .forEach(thing -> entity(thing, entities));
    if (!faults.isEmpty()) {
      throw new Refusal(ErrorCategory.BAD_INPUT, new Findings(faults));
    }
    return new Sheet(opEds.table(), statements.table(), entities.table());
  }

  private void entity(Node thing, TableWriter entities) {
    Optional<String> name =
        thing.isURI()
            ? writer.write(
                new Column(
                    "id",
                    Optional.empty(),
                    Optional.empty(),
                    new Values.Things(Optional.empty()),
                    false,
                    ""),
                thing)
            : Optional.empty();
    if (name.isEmpty()) {
      faults.add(
          new Finding(
              Severity.FAULT,
              Optional.empty(),
              Optional.of(thing),
              "What has no name, or one with spaces, can't have a row in a sheet.",
              "Give it one, id:{kind}/{slug}, or keep the op-ed in Turtle."));
      return;
    }
    Set<Triple> said = said(thing, TableName.ENTITIES);
    if (isPassage(thing)) {
      Triple part = Triple.create(thing, DCTerms.isPartOf.asNode(), opEd);
      if (said.contains(part)
          && said.stream().filter(it -> it.getPredicate().equals(part.getPredicate())).count()
              == 1) {
        said.remove(part);
      }
    }
    entities.add(thing, Map.of("id", name.get()), said);
  }

  /** What the graph says of a thing, without what is true of every row of the table. */
  private Set<Triple> said(Node thing, TableName table) {
    Set<Triple> said = new TreeSet<>(Comparator.comparing(Triple::toString, NaturalOrder.INSTANCE));
    said.addAll(descriptions.getOrDefault(thing, Set.of()));
    SheetMetadata.bundled()
        .saidOfEveryRow(table)
        .forEach(
            always ->
                said.remove(
                    Triple.create(
                        thing,
                        always.property(),
                        NodeFactory.createURI(always.value().replace("{op_ed}", slug)))));
    return said;
  }

  /** Whether the thing is a row of statements: named, numbered and sourced as those are. */
  private boolean isStatement(Node thing) {
    String names = Namespaces.ID + "statement/" + slug + "/";
    if (!thing.isURI() || !thing.getURI().startsWith(names)) {
      return false;
    }
    Set<Triple> said = descriptions.getOrDefault(thing, Set.of());
    return said.contains(Triple.create(thing, RDF.Nodes.type, Dem.Statement))
        && said.contains(Triple.create(thing, Dem.source, opEd))
        && said.contains(
            Triple.create(thing, Dem.code, NodeFactory.createLiteralString(code(thing))));
  }

  private static String code(Node statement) {
    return statement.getURI().substring(statement.getURI().lastIndexOf('/') + 1);
  }

  private boolean isPassage(Node thing) {
    Set<Node> classes = new LinkedHashSet<>();
    descriptions.getOrDefault(thing, Set.of()).stream()
        .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type))
        .forEach(triple -> classes.add(triple.getObject()));
    return classes.equals(Set.of(Dem.Passage))
        && descriptions.getOrDefault(thing, Set.of()).stream()
            .anyMatch(triple -> triple.getPredicate().equals(DCTerms.isPartOf.asNode()));
  }

  /** Where a passage begins in the text, so that passages are in its order. */
  private long start(Node thing) {
    Node start = NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix("oa:start"));
    return descriptions.getOrDefault(thing, Set.of()).stream()
        .filter(triple -> triple.getPredicate().equals(start))
        .map(Triple::getObject)
        .filter(it -> it.isLiteral() && it.getLiteralLexicalForm().matches("[0-9]{1,15}"))
        .mapToLong(it -> Long.parseLong(it.getLiteralLexicalForm()))
        .min()
        .orElse(0);
  }

  private void remove(Triple triple) {
    Set<Triple> said = descriptions.get(triple.getSubject());
    if (said != null) {
      said.remove(triple);
      if (said.isEmpty()) {
        descriptions.remove(triple.getSubject());
      }
    }
  }

  /** How messages name what can't be written. */
  static Finding unwritten(Triple triple) {
    return new Finding(
        Severity.FAULT,
        Optional.empty(),
        Optional.of(triple.getSubject()),
        "%s %s can't be written in a sheet."
            .formatted(ShortName.of(triple.getPredicate()), ShortName.of(triple.getObject())),
        "Write it with a property that the ontology declares, and a value that has a name.");
  }
}
