package org.demarche.server.sparql;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * Property paths that end with the time of the query. From one node Jena follows a path to all its
 * ends before it gives the first, and doesn't look at a clock; with a path such as {@code (a*|b*)*}
 * that can take for ever. So paths are followed in a graph that does: once the query is cancelled,
 * it gives no more triples.
 */
final class GuardedPaths extends OpExecutorTDB2 {
  GuardedPaths(ExecutionContext context) {
    super(context);
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    return new QueryIterPath(
        path.getTriplePath(),
        input,
        ExecutionContext.copyChangeActiveGraph(
            execCxt, new GuardedGraph(execCxt.getActiveGraph(), execCxt.getCancelSignal())));
  }

  /** A graph that gives no more triples, but an exception, once the query is cancelled. */
  private static final class GuardedGraph extends WrappedGraph {
    private final AtomicBoolean cancelled;

    GuardedGraph(Graph base, AtomicBoolean cancelled) {
      super(base);
      this.cancelled = cancelled;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
      look();
      return super.find(pattern).mapWith(this::looked);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      look();
      return super.find(subject, predicate, object).mapWith(this::looked);
    }

    private Triple looked(Triple triple) {
      look();
      return triple;
    }

    private void look() {
      if (cancelled.get()) {
        throw new QueryCancelledException();
      }
    }
  }
}
