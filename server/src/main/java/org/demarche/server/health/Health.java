package org.demarche.server.health;

import io.javalin.http.Context;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers as JSON: 200 when all is well, 503 when not. Thread-safe. */
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final KnowledgeGraph graph;

  /** Watches over one graph. */
  public Health(KnowledgeGraph graph) {
    this.graph = graph;
  }

  /** Whether the process answers at all: {@code {"status": "live"}}. */
  public void live(Context context) {
    answer(context, 200, json -> json.put("status", "live"));
  }

  /** Whether the graph can be read: {@code {"status": "ready", "commit": 7, "empty": false}}. */
  public void ready(Context context) {
    try (Snapshot snapshot = graph.snapshot()) {
      boolean empty = !snapshot.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).hasNext();
      long commit = snapshot.commit();
      answer(
          context,
          200,
          json -> {
            json.put("status", "ready");
            json.put("commit", commit);
            json.put("empty", empty);
          });
    } catch (RuntimeException failed) {
      LOG.error("The graph can't be read", failed);
      answer(
          context,
          503,
          json -> {
            json.put("status", "not ready");
            json.put("reason", "The graph can't be read. The log tells why.");
          });
    }
  }

  private static void answer(Context context, int status, Consumer<JsonObject> content) {
    JsonObject json = new JsonObject();
    content.accept(json);
    context
        .status(status)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .result(JSON.toString(json) + "\n");
  }
}
