package org.demarche.server.editor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.ontology.Namespaces;
import org.demarche.queries.Catalogue;
import org.demarche.server.api.Theme;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.Asset;
import org.demarche.server.pages.Pages;
import org.demarche.server.sparql.Capabilities;
import org.demarche.server.sparql.ForBrowsers;

/**
 * The query endpoint for people: a form that works by itself, and that scripts make an editor of.
 * The query of the URL stands in it, so that a link to a query is a link to its editor.
 * Thread-safe.
 */
public final class EditorPage implements ForBrowsers {
  private static final String WEBJARS = "org.webjars.npm";
  private static final String YASQE = "zazuko__yasqe";

  private static final String EXAMPLE =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

      # Who claims what, and in which passage
      SELECT ?holder ?claim ?passage {
        ?statement a dem:Statement ;
          rdfs:label ?claim ;
          dem:heldBy ?holder ;
          dem:passage ?passage .
      }
      ORDER BY ?passage
      LIMIT 100
      """;

  /** Whoever likes a result or a description as much as a page is a program. */
  private static final Offers<Boolean> PAGE_OR_NOT = pageOrNot();

  private final Pages pages;
  private final List<Theme> examples;
  private final Files files;

  /**
   * What the page loads, by path.
   *
   * @param yasqe the editor that we build on
   * @param yasqeStyle its style sheet
   * @param style ours, which comes after it
   * @param editor begins
   * @param completion offers terms
   * @param problems tells what went wrong
   * @param results shows rows and graphs
   * @param picture draws rows against time, or as bars
   * @param network draws things and what relates them
   */
  public record Files(
      String yasqe,
      String yasqeStyle,
      String style,
      String editor,
      String completion,
      String problems,
      String results,
      String picture,
      String network) {

    private static Files publishedBy(Pages pages) {
      return new Files(
          pages.publish(Asset.ofWebJar(WEBJARS, YASQE, "build/yasqe.min.js")),
          pages.publish(Asset.ofWebJar(WEBJARS, YASQE, "build/yasqe.min.css")),
          own(pages, "editor.css"),
          own(pages, "editor.js"),
          own(pages, "completion.js"),
          own(pages, "problems.js"),
          own(pages, "results.js"),
          own(pages, "picture.js"),
          own(pages, "network.js"));
    }

    private static String own(Pages pages, String file) {
      return pages.publish(Asset.of(EditorPage.class, file));
    }
  }

  /**
   * Publishes what the page loads.
   *
   * @param catalogue its queries are the examples
   */
  public EditorPage(Pages pages, Catalogue catalogue) {
    this.pages = pages;
    this.examples = Theme.of(catalogue.all());
    this.files = Files.publishedBy(pages);
  }

  @Override
  public boolean answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!PAGE_OR_NOT.find(Wish.of(request)).map(Offer::form).orElse(false)) {
      return false;
    }
    // It shows nothing of the data, so no commit changes it.
    if (EntityTag.of(0, "text/html", "").settles(request, response)) {
      return true;
    }
    String query = Optional.ofNullable(request.getParameter("query")).orElse("");
    byte[] page = page(query.isBlank() ? EXAMPLE : query).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=utf-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
    return true;
  }

  private String page(String query) {
    return pages.render(
        "editor",
        Map.of(
            "query",
            query,
            "examples",
            examples,
            "files",
            files,
            "prefixes",
            prefixes(),
            "base",
            Namespaces.ID.substring(0, Namespaces.ID.length() - "/id/".length()),
            "terms",
            TermList.PATH));
  }

  /** The prefixes that queries may use, as JSON. */
  private static String prefixes() {
    JsonObject prefixes = new JsonObject();
    new TreeMap<>(Namespaces.PREFIXES.getNsPrefixMap()).forEach(prefixes::put);
    return JSON.toStringFlat(prefixes);
  }

  private static Offers<Boolean> pageOrNot() {
    Offers<Boolean> offers = Offers.of(Offer.of("application/sparql-results+json", false));
    for (String type : Capabilities.resultTypes()) {
      offers = offers.or(Offer.of(type, false));
    }
    return offers
        .or(Offer.of("application/json", false))
        .or(Offer.of("application/xml", false))
        .or(Offer.of("text/plain", false))
        .or(Offer.of("text/html", "html", true));
  }
}
