package org.demarche.graph;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;

/**
 * Takes queries that name their dataset as they say. With the union as default graph, TDB2 asks a
 * plain pattern of the graphs of {@code FROM NAMED}, where <a
 * href="https://www.w3.org/TR/sparql11-query/#specifyingDataset">SPARQL 1.1, section 13.2</a> has
 * an empty default graph unless there is a {@code FROM}. Stateless.
 */
final class ExplicitDatasets implements QueryEngineFactory {
  private ExplicitDatasets() {}

  /** Applies to all queries on datasets with this context. */
  static void install(Context context) {
    QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
    engines.add(new ExplicitDatasets());
    QueryEngineRegistry.set(context, engines);
  }

  @Override
  public boolean accept(Query query, DatasetGraph dataset, Context context) {
    return query.hasDatasetDescription() && context.isTrue(TDB2.symUnionDefaultGraph);
  }

  @Override
  public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
    Context plain = context.copy().set(TDB2.symUnionDefaultGraph, false);
    return QueryEngineRegistry.findFactory(query, dataset, plain)
        .create(query, dataset, input, plain);
  }

  @Override
  public boolean accept(Op operation, DatasetGraph dataset, Context context) {
    return false;
  }

  @Override
  public Plan create(Op operation, DatasetGraph dataset, Binding input, Context context) {
    throw new UnsupportedOperationException("An operation of the algebra names no dataset");
  }
}
