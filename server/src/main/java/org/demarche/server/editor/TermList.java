package org.demarche.server.editor;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.PerCommit;
import org.demarche.graph.Snapshot;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/**
 * Answers {@code /sparql/terms}: what queries can be about, with names in all languages. For
 * editors, which complete what is typed. Read once for each commit. Thread-safe.
 */
public final class TermList {
  /** Where it is. */
  public static final String PATH = "/sparql/terms";

  private static final String MEDIA_TYPE = "application/json";

  private final KnowledgeGraph graph;
  private final Executions executions;
  private final PerCommit<byte[]> json =
      new PerCommit<>(
          snapshot ->
              Terms.of(snapshot.dataset())
                  .json(snapshot.commit())
                  .getBytes(StandardCharsets.UTF_8));

  /**
   * Lists the terms of a graph.
   *
   * @param executions under which it is read
   */
  public TermList(KnowledgeGraph graph, Executions executions) {
    this.graph = graph;
    this.executions = executions;
  }

  /** Answers with the terms of the latest commit, as JSON. */
  public void answer(Context context) {
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        "# The terms that an editor offers",
        running -> answer(context, running));
  }

  private void answer(Context context, Execution running) {
    try (Snapshot snapshot = graph.snapshot()) {
      EntityTag tag = EntityTag.of(snapshot.commit(), MEDIA_TYPE, "");
      if (tag.settles(context.req(), context.res())) {
        running.notModified();
        return;
      }
      context.contentType(MEDIA_TYPE).result(json.of(snapshot));
    }
  }
}
