package org.demarche.server.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.queries.BoundQuery;
import org.demarche.server.pages.Pages;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/** Shows {@code /queries/{name}} as a page. Thread-safe. */
final class QueryPages {
  private final KnowledgeGraph graph;
  private final Pages pages;
  private final Executions executions;
  private final Suggestions suggestions = new Suggestions();

  QueryPages(KnowledgeGraph graph, Pages pages, Executions executions) {
    this.graph = graph;
    this.pages = pages;
    this.executions = executions;
  }

  /**
   * Shows the form without an answer.
   *
   * @param faults what is wrong with the values
   */
  void ask(Context context, Asked asked, List<String> faults) {
    QueryAddress address = address(context, asked);
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        asked.query().query().serialize(),
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            Map<String, List<Suggestion>> values = suggestions.of(asked.query(), snapshot, running);
            show(context, QueryPage.of(asked.query(), address, values, faults, Optional.empty()));
          }
        });
  }

  /**
   * Shows the form with an answer.
   *
   * @param commit that the answer was made from
   * @param running what the answer was made under
   */
  void show(
      Context context,
      Asked asked,
      BoundQuery bound,
      Rows rows,
      Hints hints,
      long commit,
      Execution running) {
    QueryAddress address = address(context, asked);
    try (Snapshot snapshot = graph.snapshot()) {
      QueryPage.Answer answer =
          QueryPage.answer(
              bound,
              address,
              rows,
              hints,
              Edition.of(commit, snapshot),
              new QueryPage.View(
                  Optional.ofNullable(context.queryParam("sort")).orElse(""),
                  asked.pinned(),
                  LocalDate.now(ZoneOffset.UTC).toString()));
      Map<String, List<Suggestion>> values = suggestions.of(asked.query(), snapshot, running);
      show(context, QueryPage.of(asked.query(), address, values, List.of(), Optional.of(answer)));
    }
  }

  private static QueryAddress address(Context context, Asked asked) {
    return QueryAddress.of(
        context.scheme() + "://" + context.host(), asked.query(), asked.values());
  }

  private void show(Context context, QueryPage page) {
    Pages.html(context, pages.render("query", Map.of("page", page)));
  }
}
