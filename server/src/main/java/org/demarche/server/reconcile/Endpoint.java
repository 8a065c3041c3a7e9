package org.demarche.server.reconcile;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.server.description.Address;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.reconcile.Readings.Reading;
import org.demarche.server.sparql.Bodies;

/** The endpoint itself: manifest, batches of queries, data extension. Thread-safe. */
final class Endpoint {
  private static final String QUERIES = "queries";
  private static final String EXTEND = "extend";

  private final Readings readings;
  private final Bodies bodies;

  Endpoint(Readings readings, Bodies bodies) {
    this.readings = readings;
    this.bodies = bodies;
  }

  /** Answers GET: the manifest, or what the URL asks. */
  void get(Context context) {
    Reconciliation.JSON.choose(Wish.of(context.req()));
    Parameters parameters = Parameters.ofUrl(context.req());
    if (parameters.get("query").isPresent()) {
      throw new ProblemException(
          400,
          "Version 0.2 of the protocol knows no single query. Send a batch in \"queries\", such as"
              + " {\"q0\": {\"query\": \"Seoul\"}}.");
    }
    if (isAsked(parameters)) {
      answer(context, parameters);
      return;
    }
    String root = Address.of(context.req()).root();
    readings.json(context, "", it -> ServiceManifest.of(root, it.terms()));
  }

  /**
   * Answers POST: what the form asks.
   *
   * @throws IOException when the client leaves before its form is complete
   */
  void post(Context context) throws IOException {
    Reconciliation.JSON.choose(Wish.byHeader(context.req()));
    Parameters parameters = Parameters.ofForm(context.req(), bodies);
    if (!isAsked(parameters)) {
      throw new ProblemException(
          400,
          "Send a form with \"queries\", such as {\"q0\": {\"query\": \"Seoul\"}}, or with"
              + " \"extend\".");
    }
    answer(context, parameters);
  }

  private static boolean isAsked(Parameters parameters) {
    boolean queries = parameters.get(QUERIES).isPresent();
    boolean extend = parameters.get(EXTEND).isPresent();
    if (queries && extend) {
      throw new ProblemException(400, "Send either \"queries\" or \"extend\", not both.");
    }
    return queries || extend;
  }

  private void answer(Context context, Parameters parameters) {
    Optional<String> extend = parameters.get(EXTEND);
    if (extend.isPresent()) {
      Extension extension = extension(extend.get());
      readings.json(
          context, extend.get(), it -> extension.answer(it.terms(), it.things(), it.running()));
      return;
    }
    String text = parameters.require(QUERIES);
    JsonObject batch = batch(text);
    readings.json(context, text, it -> results(batch, it));
  }

  private static Extension extension(String text) {
    try {
      return Extension.read(Json.object(EXTEND, text));
    } catch (Fault fault) {
      throw new ProblemException(400, "In \"extend\": " + fault.sentences());
    }
  }

  private static JsonObject batch(String text) {
    JsonObject batch = Json.object(QUERIES, text);
    if (batch.size() > Reconciliation.MOST_QUERIES) {
      throw new ProblemException(
          413,
          "There are %d queries in the batch; the most is %d, as the manifest says."
              .formatted(batch.size(), Reconciliation.MOST_QUERIES));
    }
    return batch;
  }

  /** A query that has a fault gets it told in its own place. */
  private JsonObject results(JsonObject batch, Reading it) {
    Reconciler reconciler = new Reconciler(it.snapshot(), it.terms(), it.things(), it.running());
    JsonObject results = new JsonObject();
    batch.forEach(
        (name, query) -> {
          try {
            Question question = QuestionReader.read(query);
            results.put(name, Answers.result(reconciler.candidates(question), it.things()));
          } catch (Fault fault) {
            results.put(name, Answers.fault(fault));
          }
        });
    return results;
  }
}
