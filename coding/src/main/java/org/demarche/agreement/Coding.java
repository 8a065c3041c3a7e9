package org.demarche.agreement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.Snapshot;
import org.demarche.load.OpEdFiles;
import org.demarche.load.Source;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.sheet.CodedOpEds;
import org.demarche.validate.ShortName;

/**
 * What one coder made of an op-ed. Immutable.
 *
 * @param name by which the comparison calls it
 * @param textSha256 of the article that was coded, if the coder says so
 * @param statements in the order of the text
 */
public record Coding(String name, Optional<String> textSha256, List<CodedStatement> statements) {

  /** Copies what could change. */
  public Coding {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a coding: a file of RDF, a sheet, or an op-ed of the graph.
   *
   * @param written the path of a file or of a sheet's folder, or the slug of a loaded op-ed
   * @throws DemarcheException when it is neither, or has no statements; or the file can't be read
   */
  public static Coding read(String written, Snapshot snapshot) {
    Path path = Path.of(written);
    if (Files.exists(path)) {
      List<Source> opEds = CodedOpEds.read(path);
      if (opEds.size() > 1) {
        throw bad(written + " holds several op-eds. Give each coding a file of its own.");
      }
      return of(written, OpEdFiles.content(opEds.getFirst()));
    }
    Node graph = Graphs.opEd(written.replaceFirst("^(id:)?op-ed/", ""));
    if (!snapshot.dataset().containsGraph(graph)) {
      throw bad(
          written
              + ": there is no such file, and no op-ed of this slug is loaded. Name a file with .ttl"
              + " or .trig, a sheet, or the slug of a loaded op-ed.");
    }
    return of(written, snapshot.dataset().getGraph(graph));
  }

  /**
   * The coding in a graph.
   *
   * @throws DemarcheException when it has no statements
   */
  public static Coding of(String name, Graph graph) {
    List<CodedStatement> statements =
        Iter.iter(graph.find(Node.ANY, RDF.Nodes.type, Dem.Statement))
            .map(Triple::getSubject)
            .toList()
            .stream()
            .distinct()
            .map(node -> statement(node, graph))
            .sorted(
                Comparator.comparing(CodedStatement::code)
                    .thenComparingInt(CodedStatement::sentence))
            .toList();
    if (statements.isEmpty()) {
      throw bad(name + ": there are no statements in it, nothing a dem:Statement.");
    }
    return new Coding(name, text(graph, Node.ANY, Dem.textSha256), statements);
  }

  private static CodedStatement statement(Node node, Graph graph) {
    Map<Column, SortedSet<String>> coded = new EnumMap<>(Column.class);
    List<Triple> triples = new ArrayList<>(graph.find(node, Node.ANY, Node.ANY).toList());
    triples.stream()
        .filter(triple -> triple.getPredicate().equals(Dem.passage))
        .map(Triple::getObject)
        .toList()
        .forEach(passage -> triples.addAll(graph.find(passage, Dem.paragraph, Node.ANY).toList()));
    for (Triple triple : triples) {
      Column.of(triple.getPredicate())
          .ifPresent(
              column ->
                  coded
                      .computeIfAbsent(column, _ -> new TreeSet<>())
                      .add(written(triple.getObject())));
    }
    return new CodedStatement(
        text(graph, node, Dem.code).orElseGet(() -> ShortName.of(node)),
        text(graph, node, Dem.sentence)
            .filter(it -> it.matches("\\d{1,9}"))
            .map(Integer::valueOf)
            .orElse(1),
        coded);
  }

  private static Optional<String> text(Graph graph, Node subject, Node property) {
    return Iter.asStream(graph.find(subject, property, Node.ANY))
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  /** As sheets write it: without the namespace of things and codes. */
  private static String written(Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    if (!value.isURI()) {
      return ShortName.of(value);
    }
    String iri = value.getURI();
    if (iri.startsWith(Namespaces.ID)) {
      return iri.substring(Namespaces.ID.length());
    }
    return iri.startsWith(Namespaces.CODE)
        ? iri.substring(iri.lastIndexOf('/') + 1)
        : ShortName.of(value);
  }

  private static DemarcheException bad(String message) {
    return new DemarcheException(ErrorCategory.BAD_INPUT, message);
  }
}
