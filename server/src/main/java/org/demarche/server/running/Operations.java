package org.demarche.server.running;

import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleSupplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.problem.ProblemException;

/**
 * What whoever runs the server wants to know and do: metrics for all, and the queries under way for
 * those with the token. Thread-safe.
 */
public final class Operations {
  private final Executions executions;
  private final WriteAccess access;

  /**
   * @param access who may see and cancel the queries of others
   */
  public Operations(Executions executions, WriteAccess access, KnowledgeGraph graph) {
    this.executions = executions;
    this.access = access;
    gauge(
        "demarche_queries_running",
        "Queries and updates under way.",
        () -> executions.running().size());
    gauge(
        "demarche_queries_waiting",
        "Queries and updates that wait for a place.",
        executions::waiting);
    gauge("demarche_commit", "The number of the latest commit.", graph::commit);
    gauge(
        "demarche_heap_used_bytes",
        "Memory in use, garbage included.",
        () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    gauge("demarche_heap_max_bytes", "The most memory there is.", Runtime.getRuntime()::maxMemory);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(value.getAsDouble()))
        .register(executions.counters().registry());
  }

  /** Answers {@code /metrics} in Prometheus' text format. */
  public void metrics(Context context) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, executions.counters().registry().scrape());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    context
        .contentType(PrometheusTextFormatWriter.CONTENT_TYPE)
        .header("Cache-Control", "no-store")
        .result(text.toByteArray());
  }

  /** Answers {@code /running}: the queries and updates under way, the oldest first. */
  public void list(Context context) {
    access.require(context.req());
    JsonArray running = new JsonArray();
    executions.running().forEach(execution -> running.add(json(execution)));
    JsonObject all = new JsonObject();
    all.put("running", running);
    all.put("waiting", executions.waiting());
    answer(context, all);
  }

  /** Answers {@code DELETE /running/{id}}: stops one of them. */
  public void cancel(Context context) {
    access.require(context.req());
    String id = context.pathParam("id");
    Execution cancelled =
        executions
            .cancel(id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404, "No query of that name is under way; it may have ended meanwhile."));
    answer(context, json(cancelled));
  }

  private static JsonObject json(Execution execution) {
    JsonObject json = new JsonObject();
    json.put("id", execution.id());
    json.put("kind", execution.kind().toString());
    json.put("client", execution.client());
    json.put("milliseconds", execution.elapsed().toMillis());
    json.put("rows", execution.rows());
    json.put("bytes", execution.bytes());
    json.put("hash", execution.hash());
    json.put("text", execution.text());
    return json;
  }

  private static void answer(Context context, JsonObject json) {
    context
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .result(JSON.toString(json) + "\n");
  }
}
