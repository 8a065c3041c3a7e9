package org.demarche.server.reconcile;

import io.javalin.http.Context;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.PerCommit;
import org.demarche.graph.Snapshot;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/** Reads what an answer needs from one snapshot, within the limits. Thread-safe. */
final class Readings {
  private final KnowledgeGraph graph;
  private final Executions executions;
  private final PerCommit<Terms> terms = new PerCommit<>(Terms::of);

  Readings(KnowledgeGraph graph, Executions executions) {
    this.graph = graph;
    this.executions = executions;
  }

  /**
   * What is read for one answer, valid until the answer is made.
   *
   * @param snapshot that everything comes from
   * @param terms its classes and properties
   * @param things what it tells of things
   * @param running to be told of each step, so that it can be stopped
   */
  record Reading(Snapshot snapshot, Terms terms, Things things, Execution running) {
    /**
     * The thing that somebody means.
     *
     * @throws ProblemException 404 when it isn't there
     */
    Node thing(String id) {
      return Identifiers.thing(id)
          .filter(things::has)
          .orElseThrow(
              () ->
                  new ProblemException(
                      404, "There is nothing with the identifier \"" + id + "\"."));
    }
  }

  /** What is done with it. */
  interface Reader {
    /** Reads, and writes the answer. */
    void read(Reading it);
  }

  /**
   * Reads.
   *
   * @param text that was sent, for the log
   */
  void run(Context context, String text, Reader reader) {
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        Reconciliation.PATH + " " + text,
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            Terms known = terms.of(snapshot);
            Things things = new Things(snapshot.dataset(), known);
            reader.read(new Reading(snapshot, known, things, running));
          }
        });
  }

  /** Answers with JSON, or with 304 to a GET whose client has it already. */
  void json(Context context, String text, Function<Reading, JsonObject> answer) {
    run(
        context,
        text,
        it -> {
          if (!isKnown(context, it, "application/json")) {
            context.contentType("application/json").result(Answers.text(answer.apply(it)));
          }
        });
  }

  /** Whether the client of a GET has the answer already; then it is told so. */
  static boolean isKnown(Context context, Reading it, String mediaType) {
    if (context.req().getMethod().equals("POST")) {
      context.header("Cache-Control", "no-store");
      return false;
    }
    boolean known =
        EntityTag.of(it.snapshot().commit(), mediaType, "").settles(context.req(), context.res());
    if (known) {
      it.running().notModified();
    }
    return known;
  }
}
