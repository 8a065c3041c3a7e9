package org.demarche.server.openapi;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.demarche.server.pages.Asset;
import org.demarche.server.pages.Pages;

/**
 * The description of the interface, to be browsed and tried: Swagger UI, all of it from this
 * server. Thread-safe.
 */
public final class ApiPage {
  /** Where the page is. */
  public static final String PATH = "/api";

  private final String page;

  /** Publishes the files that the page loads, and renders it, once. */
  public ApiPage(Pages pages) {
    this.page =
        pages.render(
            "api",
            Map.of(
                "stylesheets",
                List.of(pages.publish(swaggerUi("swagger-ui.css")), pages.publish(own("api.css"))),
                "scripts",
                List.of(
                    pages.publish(swaggerUi("swagger-ui-bundle.js")), pages.publish(own("api.js"))),
                "document",
                OpenApiDocument.PATH));
  }

  /** Answers {@link #PATH}. */
  public void show(Context context) {
    Pages.html(context, page);
  }

  private static Asset swaggerUi(String file) {
    return Asset.ofWebJar("org.webjars", "swagger-ui", file);
  }

  private static Asset own(String file) {
    return Asset.of(ApiPage.class, file);
  }
}
