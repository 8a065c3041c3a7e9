package org.demarche.server.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * A result, read to its end: only then is it known to be whole, and may be written.
 *
 * @param variables the columns
 * @param bindings the rows
 */
record Rows(List<Var> variables, List<Binding> bindings) {
  private static final List<Var> TRIPLE = Var.varList(List.of("subject", "predicate", "object"));

  Rows {
    variables = List.copyOf(variables);
    bindings = List.copyOf(bindings);
  }

  static Rows of(RowSet rows) {
    return new Rows(rows.getResultVars(), rows.stream().toList());
  }

  /** The triples of a graph, sorted. */
  static Rows of(Graph graph) {
    return new Rows(
        TRIPLE,
        graph.stream()
            .sorted(
                Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
                    .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
                    .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms))
            .map(
                triple ->
                    BindingFactory.binding(
                        TRIPLE.get(0),
                        triple.getSubject(),
                        TRIPLE.get(1),
                        triple.getPredicate(),
                        TRIPLE.get(2),
                        triple.getObject()))
            .toList());
  }

  /** The rows again, to be written by Jena's writers. */
  RowSet rowSet() {
    return RowSetStream.create(variables, bindings.iterator());
  }

  boolean isEmpty() {
    return bindings.isEmpty();
  }

  /** The names of the columns. */
  List<String> columns() {
    return variables.stream().map(Var::getVarName).toList();
  }

  /** The cells, row by row; empty where a row has no value. */
  List<List<Optional<Node>>> cells() {
    return bindings.stream()
        .map(row -> variables.stream().map(it -> Optional.ofNullable(row.get(it))).toList())
        .toList();
  }
}
