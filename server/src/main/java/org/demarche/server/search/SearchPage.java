package org.demarche.server.search;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.search.Search;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.KeptAnswers;
import org.demarche.server.pages.KeptAnswers.Kept;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Pages;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/** Answers {@code /search} and {@code /search/suggest}. Thread-safe. */
public final class SearchPage {
  /** Where things are looked for. */
  public static final String PATH = "/search";

  /** Where what is being typed is completed. */
  public static final String SUGGESTIONS = PATH + "/suggest";

  private static final int USUAL = 10;
  private static final int USUAL_OF_KIND = 50;
  private static final int MOST_SUGGESTIONS = 8;
  private static final String JSON = "application/json";

  private static final Offers<Boolean> ANSWERS =
      Offers.of(Offer.of(JSON, "json", false)).or(Offer.of("text/html", "html", true));
  private static final Offers<Boolean> JSON_ALONE = Offers.of(Offer.of(JSON, "json", false));

  /** To begin with: a name, an abbreviation, two languages more, a code. */
  private static final List<String> EXAMPLES =
      List.of("Moon Jae-in", "GSOMIA", "지소미아", "日韓", "export control", "F039");

  private final KnowledgeGraph graph;
  private final Pages pages;
  private final Executions executions;
  private final KeptAnswers kept = new KeptAnswers();

  /**
   * @param executions under which the searches run
   */
  public SearchPage(KnowledgeGraph graph, Pages pages, Executions executions) {
    this.graph = graph;
    this.pages = pages;
    this.executions = executions;
  }

  /** Answers {@code /search}: what was found, by kind; without a text the form and examples. */
  public void answer(Context context) {
    Offer<Boolean> form = ANSWERS.choose(Wish.of(context.req()));
    Asked asked = Asked.of(context, USUAL, USUAL_OF_KIND);
    answer(
        context,
        asked,
        form,
        snapshot -> {
          Answer answer = Answer.of(asked, snapshot);
          return form.form() ? page(asked, answer) : SearchJson.of(answer);
        });
  }

  /** Answers {@code /search/suggest}: names that may be meant by what has been typed so far. */
  public void suggest(Context context) {
    Offer<Boolean> form = JSON_ALONE.choose(Wish.of(context.req()));
    Asked asked = Asked.of(context, MOST_SUGGESTIONS, MOST_SUGGESTIONS);
    answer(
        context,
        asked,
        form,
        snapshot ->
            SearchJson.suggestions(
                asked.text(),
                snapshot.suggest(asked.search()),
                new Labels(snapshot.dataset(), asked.languages())));
  }

  private String page(Asked asked, Answer answer) {
    return pages.render(
        "search",
        Map.of(
            "answer",
            answer,
            "kind",
            asked.kind().orElse(""),
            "examples",
            EXAMPLES,
            "longest",
            Search.LONGEST));
  }

  private void answer(
      Context context, Asked asked, Offer<Boolean> form, Function<Snapshot, String> content) {
    context.header("Vary", "Accept, Accept-Encoding, Accept-Language");
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        "search " + asked.search().text(),
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            EntityTag tag = EntityTag.of(snapshot.commit(), form.mediaType(), asked.variant());
            if (tag.settles(context.req(), context.res())) {
              running.notModified();
              return;
            }
            Kept answer =
                kept.of(
                    snapshot,
                    List.of(context.path(), form.mediaType(), asked.toString()),
                    () -> new Kept(form.contentType(), Map.of(), content.apply(snapshot)));
            running.computed();
            context
                .contentType(answer.contentType())
                .result(answer.body().getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
