package org.demarche.server.clients;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.QueryResults;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.apache.jena.vocabulary.RDF;

/** What a query gave, read back from the form in which it was written. */
sealed interface Answer {

  /** Of {@code SELECT}, in the order of the rows. */
  record Table(List<Var> columns, List<Binding> rows) implements Answer {
    static Table of(RowSet rows) {
      return new Table(rows.getResultVars(), rows.stream().toList());
    }

    /** CSV has no terms but strings; those of the form {@code _:b0} stand for blank nodes. */
    private Table withBlankNodes() {
      return new Table(
          columns,
          rows.stream()
              .map(
                  row -> {
                    BindingBuilder copy = Binding.builder();
                    row.forEach((name, value) -> copy.add(name, blankOrSame(value)));
                    return copy.build();
                  })
              .toList());
    }

    private static Node blankOrSame(Node term) {
      String text = term.isLiteral() ? term.getLiteralLexicalForm() : "";
      return text.startsWith("_:") ? NodeFactory.createBlankNode(text.substring(2)) : term;
    }

    /**
     * The rows as a graph, so that tables can be compared as graphs are: up to the labels of blank
     * nodes, in little time also where they differ.
     */
    private Graph graph(Rows as, UnaryOperator<Node> terms) {
      Graph graph = GraphFactory.createDefaultGraph();
      List<Binding> kept = as == Rows.DISTINCT ? rows.stream().distinct().toList() : rows;
      for (int i = 0; i < kept.size(); i++) {
        Node row = as == Rows.ORDERED ? iri("row/" + i) : NodeFactory.createBlankNode();
        graph.add(row, RDF.Nodes.type, iri("row"));
        Binding values = kept.get(i);
        values.forEach((name, value) -> graph.add(row, iri(name.getVarName()), terms.apply(value)));
      }
      columns.forEach(column -> graph.add(iri("header"), iri("column"), iri(column.getVarName())));
      return graph;
    }

    private static Node iri(String name) {
      return NodeFactory.createURI("http://table.example/" + name);
    }
  }

  /** Of {@code ASK}. */
  record Truth(boolean value) implements Answer {}

  /** Of {@code CONSTRUCT} and {@code DESCRIBE}. */
  record Triples(Graph graph) implements Answer {}

  /** How closely two tables are looked at; blank nodes may always have other labels. */
  enum Rows {
    /** In the same order. */
    ORDERED,
    /** Each as often. */
    COUNTED,
    /** Once or more. */
    DISTINCT
  }

  /** Reads a result in one of the forms for tables and truth values, or a graph. */
  static Answer read(byte[] content, Lang form, String base) {
    var in = new ByteArrayInputStream(content);
    if (RDFLanguages.isTriples(form)) {
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.source(in).base(base).lang(form).parse(graph);
      return ofGraph(graph);
    }
    QueryExecResult result = QueryResults.create().lang(form).build().readAny(in);
    if (result.isBoolean()) {
      return new Truth(result.booleanResult());
    }
    Table table = Table.of(result.rowSet());
    return form.equals(ResultSetLang.RS_CSV) ? table.withBlankNodes() : table;
  }

  /** The form of a table or truth value for a result that the W3C's tests hold in some file. */
  static Lang formOf(String file) {
    Lang form = RDFLanguages.filenameToLang(file);
    return RDFLanguages.isTriples(form) ? ResultSetLang.RS_XML : form;
  }

  /** Executes a query without a server, writes what it gives and reads that. */
  static Answer of(QueryExec execution, Lang form) {
    Query query = execution.getQuery();
    var out = new ByteArrayOutputStream();
    if (query.isConstructType() || query.isDescribeType()) {
      Graph graph = query.isConstructType() ? execution.construct() : execution.describe();
      RDFDataMgr.write(out, graph, Lang.NTRIPLES);
      return read(out.toByteArray(), Lang.NTRIPLES, "");
    }
    ResultsWriter writer = ResultsWriter.create().lang(form).build();
    if (query.isAskType()) {
      writer.write(out, execution.ask());
    } else {
      writer.write(out, execution.select());
    }
    return read(out.toByteArray(), form, "");
  }

  /** Whether the other holds the very same terms. */
  default boolean sameTerms(Answer other, Rows rows) {
    return same(other, rows, UnaryOperator.identity());
  }

  /** Whether the other has the same values, which may be written in another way. */
  default boolean sameValues(Answer other, Rows rows) {
    return same(other, rows, Answer::canonical);
  }

  /** Numbers without their trailing zeros; other terms as they are. */
  private static Node canonical(Node term) {
    return term.isLiteral()
            && term.getLiteral().isWellFormed()
            && term.getLiteralValue() instanceof Number number
        ? NodeFactory.createLiteralDT(
            number instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : number.toString(),
            term.getLiteralDatatype())
        : term;
  }

  private boolean same(Answer other, Rows rows, UnaryOperator<Node> terms) {
    return switch (this) {
      case Truth truth -> truth.equals(other);
      case Triples(Graph graph) ->
          other instanceof Triples(Graph others) && graph.isIsomorphicWith(others);
      case Table table ->
          other instanceof Table others
              && table.graph(rows, terms).isIsomorphicWith(others.graph(rows, terms));
    };
  }

  /** The W3C's older tests write tables and truth values as RDF too. */
  private static Answer ofGraph(Graph graph) {
    Model model = ModelFactory.createModelForGraph(graph);
    List<RDFNode> truth = model.listObjectsOfProperty(resultSet("boolean")).toList();
    if (!truth.isEmpty()) {
      return new Truth(truth.getFirst().asLiteral().getBoolean());
    }
    return model.contains(null, resultSet("resultVariable"))
        ? Table.of(RowSet.adapt(RDFInput.fromRDF(model)))
        : new Triples(graph);
  }

  private static Property resultSet(String name) {
    return ResourceFactory.createProperty(
        "http://www.w3.org/2001/sw/DataAccess/tests/result-set#" + name);
  }
}
