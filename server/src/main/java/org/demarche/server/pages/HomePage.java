package org.demarche.server.pages;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.server.negotiation.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * What this is, what is in the graph, and where to start. Thread-safe.
 *
 * <p>The figures are counted once for each commit: a page that counted every triple at each request
 * would be a cheap way to keep the server busy.
 */
public final class HomePage {
  private static final String EXAMPLE =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

      # Who should do what, according to whom, and where it says so
      SELECT ?holder ?addressee ?passage ?recommendation {
        ?statement a dem:Recommendation ;
          rdfs:label ?recommendation ;
          dem:heldBy/rdfs:label ?holder ;
          dem:addressee/rdfs:label ?addressee ;
          dem:passage/dem:paragraph ?passage .
        FILTER (lang(?holder) = "en" && lang(?addressee) = "en")
      }
      ORDER BY ?passage
      LIMIT 50
      """;

  private final KnowledgeGraph graph;
  private final Pages pages;
  private final AtomicReference<@Nullable Figures> counted = new AtomicReference<>();

  /** Shows one graph. */
  public HomePage(KnowledgeGraph graph, Pages pages) {
    this.graph = graph;
    this.pages = pages;
  }

  /** Answers {@code /}. */
  public void show(Context context) {
    Figures figures = figures();
    if (EntityTag.of(figures.commit(), "text/html", "").settles(context.req(), context.res())) {
      return;
    }
    Map<String, Object> parameters =
        Map.of(
            "figures",
            figures,
            "endpoint",
            context.scheme() + "://" + context.host() + "/sparql",
            "example",
            EXAMPLE,
            "exampleLink",
            exampleLink());
    Pages.html(context, pages.render("home", parameters));
  }

  private Figures figures() {
    try (Snapshot snapshot = graph.snapshot()) {
      Figures known = counted.get();
      if (known != null && known.commit() == snapshot.commit()) {
        return known;
      }
      Figures fresh = FigureQueries.of(snapshot);
      counted.set(fresh);
      return fresh;
    }
  }

  private static String exampleLink() {
    return "/sparql?format=json&query=" + URLEncoder.encode(EXAMPLE, StandardCharsets.UTF_8);
  }
}
