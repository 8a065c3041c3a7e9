package org.demarche.server.reconcile;

import io.javalin.http.Context;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.Links;
import org.demarche.server.pages.Pages;

/** Shows a thing in short, and leads to its page. Thread-safe. */
final class PreviewService {
  /** Any site may frame it: it has no script, no form and nothing to press by mistake. */
  private static final String FRAMED =
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none';"
          + " frame-ancestors *";

  private static final Offers<String> HTML = Offers.of(Offer.of("text/html", "html", "text/html"));

  private final Readings readings;
  private final Pages pages;

  PreviewService(Readings readings, Pages pages) {
    this.readings = readings;
    this.pages = pages;
  }

  /** Answers with a page for a frame. */
  void preview(Context context) {
    HTML.choose(Wish.of(context.req()));
    String id = Parameters.ofUrl(context.req()).require("id");
    readings.run(
        context,
        id,
        it -> {
          Node thing = it.thing(id);
          if (!Readings.isKnown(context, it, "text/html")) {
            context.header("Content-Security-Policy", FRAMED);
            Preview preview = Previews.of(thing, it.terms(), it.things());
            Pages.html(context, pages.render("preview", Map.of("preview", preview)));
          }
        });
  }

  /** Sends on to the page of a thing. */
  void view(Context context) {
    String id = Parameters.ofUrl(context.req()).require("id");
    readings.run(
        context,
        id,
        it ->
            context
                .status(303)
                .header("Location", page(it.thing(id)))
                .header("Cache-Control", "no-cache"));
  }

  /** Where the page of a thing is. */
  static String page(Node thing) {
    return Links.of(thing).orElse("/");
  }
}
