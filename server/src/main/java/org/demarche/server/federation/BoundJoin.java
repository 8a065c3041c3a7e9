package org.demarche.server.federation;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.demarche.server.problem.ProblemException;

/**
 * Joins the rows that a query has so far with what other servers answer, a block of rows in each
 * request, where the engine itself would send one request for each row.
 */
final class BoundJoin extends QueryIter1 {
  private static final int BLOCK = 200;

  private final OpService clause;
  private final RemoteQuery query;
  private final AllowedServices allowed;
  private final Asking asking;

  /** What an endpoint answers without values of ours is the same for every block. */
  private final Map<URI, Answer> unbound = new HashMap<>();

  private final Deque<Part> parts = new ArrayDeque<>();
  private Iterator<Binding> joined = Iter.nullIterator();

  BoundJoin(
      OpService clause,
      QueryIterator input,
      ExecutionContext execution,
      AllowedServices allowed,
      Asking asking) {
    super(input, execution);
    this.clause = clause;
    this.query = new RemoteQuery(clause.getSubOp());
    this.allowed = allowed;
    this.asking = asking;
  }

  /** The rows of a block that ask the same endpoint. */
  private record Part(URI endpoint, List<Binding> rows) {}

  /** What an endpoint answered, or that it failed where that is to be passed over in silence. */
  private sealed interface Answer {
    record Rows(List<Binding> rows) implements Answer {}

    record Silence() implements Answer {}
  }

  /** Sends a query and returns its rows. */
  @FunctionalInterface
  interface Asking {
    /**
     * All rows that come back.
     *
     * @throws FailedService when the endpoint fails
     * @throws ProblemException when it may not be asked
     */
    List<Binding> ask(URI endpoint, String query);
  }

  @Override
  protected boolean hasNextBinding() {
    try {
      return advance();
    } catch (ProblemException refused) {
      throw new ServiceEnd(refused);
    } catch (QueryCancelledException cancelled) {
      throw new ServiceEnd(cancelled);
    }
  }

  private boolean advance() {
    while (!joined.hasNext()) {
      if (parts.isEmpty()) {
        readBlock();
      }
      Part next = parts.poll();
      if (next == null) {
        return false;
      }
      joined = join(next);
    }
    return true;
  }

  @Override
  protected Binding moveToNextBinding() {
    if (!hasNextBinding()) {
      throw new NoSuchElementException();
    }
    return joined.next();
  }

  /** Also checks every endpoint of the block, before the first is asked. */
  private void readBlock() {
    Map<URI, List<Binding>> block = new LinkedHashMap<>();
    for (int i = 0; i < BLOCK && getInput().hasNext(); i++) {
      Binding row = getInput().next();
      block.computeIfAbsent(allowed.require(service(row)), _ -> new ArrayList<>()).add(row);
    }
    block.forEach((endpoint, rows) -> parts.add(new Part(endpoint, rows)));
  }

  private Node service(Binding row) {
    Node service = clause.getService();
    if (!Var.isVar(service)) {
      return service;
    }
    Node bound = row.get(Var.alloc(service));
    if (bound == null) {
      throw new ProblemException(
          400, "SERVICE " + service + " names no server, as nothing binds the variable before it.");
    }
    return bound;
  }

  private Iterator<Binding> join(Part part) {
    // Rows that know the same of what the other server will see are sent as one.
    Map<Binding, List<Binding>> sent = new LinkedHashMap<>();
    for (Binding row : part.rows()) {
      sent.computeIfAbsent(shared(row), _ -> new ArrayList<>()).add(row);
    }
    List<Binding> values = List.copyOf(sent.keySet());
    List<List<Binding>> known = List.copyOf(sent.values());
    if (values.stream().allMatch(Binding::isEmpty)) {
      return switch (unbound.computeIfAbsent(part.endpoint(), it -> answer(it, List.of()))) {
        case Answer.Silence _ -> part.rows().iterator();
        case Answer.Rows answer ->
            Iter.flatMap(answer.rows().iterator(), row -> joined(part.rows(), row));
      };
    }
    return switch (answer(part.endpoint(), values)) {
      case Answer.Silence _ -> part.rows().iterator();
      case Answer.Rows answer ->
          Iter.flatMap(
              answer.rows().iterator(),
              row -> joined(known.get(number(row, values.size(), part.endpoint())), row));
    };
  }

  private Iterator<Binding> joined(List<Binding> known, Binding answer) {
    return Iter.map(known.iterator(), row -> query.join(row, answer));
  }

  private int number(Binding row, int sent, URI endpoint) {
    return query.number(row, sent, endpoint.getHost());
  }

  private Answer answer(URI endpoint, List<Binding> values) {
    try {
      List<Binding> rows = asking.ask(endpoint, query.text(values));
      if (!values.isEmpty()) {
        // All looked at before the first is used: what fails, fails as a whole.
        rows.forEach(row -> number(row, values.size(), endpoint));
      }
      return new Answer.Rows(rows);
    } catch (FailedService failure) {
      if (clause.getSilent()) {
        return new Answer.Silence();
      }
      throw failure.told();
    }
  }

  private Binding shared(Binding row) {
    Set<Var> visible = query.visible();
    BindingBuilder shared = Binding.builder();
    row.forEach(
        (variable, value) -> {
          if (visible.contains(variable)) {
            shared.add(variable, value);
          }
        });
    return shared.build();
  }

  @Override
  protected void closeSubIterator() {
    parts.clear();
  }

  /** The request under way looks at the signal of the query itself. */
  @Override
  protected void requestSubCancel() {}
}
