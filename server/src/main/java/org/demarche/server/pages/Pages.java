package org.demarche.server.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;

/** Renders templates, and serves the files that pages load. Thread-safe. */
public final class Pages {
  static final String ASSETS = "/assets/";

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Map<String, Asset> assets = new ConcurrentHashMap<>();
  private final Site site;

  /** Publishes what every page loads; the templates were compiled with the program. */
  public Pages() {
    this.site = new Site(publish(Asset.of(Pages.class, "demarche.css")));
  }

  /**
   * Serves a file from now on.
   *
   * @return its path, for pages to load it by
   */
  public String publish(Asset asset) {
    assets.put(asset.name(), asset);
    return asset.path();
  }

  /**
   * Renders a template.
   *
   * @param template its file name without {@code .jte}; it has a parameter {@code Site site}
   * @param parameters its other parameters, by name
   * @return an HTML document
   */
  public String render(String template, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("site", site);
    StringOutput output = new StringOutput();
    templates.render(template + ".jte", all, output);
    return output.toString();
  }

  /** Renders a problem for people. */
  public String problem(Problem problem) {
    return render("problem", Map.of("problem", problem));
  }

  /**
   * Answers {@code /assets/{file}}.
   *
   * @throws ProblemException 404 when there is no such file
   */
  public void asset(Context context) {
    String name = context.pathParam("file");
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new ProblemException(404, "There is no asset \"" + name + "\".");
    }
    context
        .contentType(asset.mediaType())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .result(asset.content());
  }

  /** Answers with an HTML document that may change with every commit. */
  public static void html(Context context, String document) {
    context
        .contentType("text/html;charset=utf-8")
        .header("Cache-Control", "no-cache")
        .result(document);
  }
}
