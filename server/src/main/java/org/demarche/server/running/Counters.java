package org.demarche.server.running;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What was counted since the start, in the terms of Prometheus. Thread-safe. */
public final class Counters {
  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Counter queries =
      Counter.builder()
          .name("demarche_queries_total")
          .help("Queries and updates that ended, by kind and outcome.")
          .labelNames("kind", "outcome")
          .register(registry);

  private final Counter rows =
      Counter.builder()
          .name("demarche_rows_total")
          .help("Rows of results and triples of graphs that were written.")
          .labelNames("kind")
          .register(registry);

  private final Counter bytes =
      Counter.builder()
          .name("demarche_bytes_total")
          .help("Bytes of results that were written, before compression.")
          .labelNames("kind")
          .register(registry);

  private final Histogram seconds =
      Histogram.builder()
          .name("demarche_query_seconds")
          .help("How long queries and updates took, waiting included.")
          .classicOnly()
          .classicUpperBounds(0.005, 0.02, 0.1, 0.5, 2, 10, 30)
          .labelNames("kind")
          .register(registry);

  /** Where further metrics are registered, and all are read. */
  public PrometheusRegistry registry() {
    return registry;
  }

  void count(Execution execution, Outcome outcome) {
    String kind = execution.kind().toString();
    queries.labelValues(kind, outcome.toString()).inc();
    rows.labelValues(kind).inc(execution.rows());
    bytes.labelValues(kind).inc(execution.bytes());
    seconds.labelValues(kind).observe(execution.elapsed().toNanos() / 1e9);
  }
}
