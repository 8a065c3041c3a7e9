package org.demarche.server.openapi;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.server.pages.Pages;
import org.demarche.server.problem.ProblemException;

/**
 * The description of the interface, to be browsed and tried: Swagger UI, all of it from this
 * server. It runs scripts, so it has a Content-Security-Policy of its own. Thread-safe.
 */
public final class ApiPage {
  /** Where the page is. */
  public static final String PATH = "/api";

  /** Where the files are that it loads. */
  public static final String FILES = PATH + "/{file}";

  /** Scripts of this server, which may ask this server only. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final String page;
  private final Map<String, UiFile> files;

  /** Renders the page and reads its files, once. */
  public ApiPage(Pages pages) {
    List<UiFile> stylesheets = UiFile.stylesheets();
    List<UiFile> scripts = UiFile.scripts();
    this.page =
        pages.render(
            "api",
            Map.of(
                "stylesheets",
                stylesheets.stream().map(UiFile::path).toList(),
                "scripts",
                scripts.stream().map(UiFile::path).toList(),
                "document",
                OpenApiDocument.PATH));
    this.files =
        Stream.concat(stylesheets.stream(), scripts.stream())
            .collect(Collectors.toUnmodifiableMap(UiFile::name, Function.identity()));
  }

  /** Answers {@link #PATH}. */
  public void show(Context context) {
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    Pages.html(context, page);
  }

  /**
   * Answers {@link #FILES}.
   *
   * @throws ProblemException 404 when there is no such file
   */
  public void file(Context context) {
    String name = context.pathParam("file");
    UiFile file = files.get(name);
    if (file == null) {
      throw new ProblemException(404, "The page " + PATH + " has no file \"" + name + "\".");
    }
    context
        .contentType(file.mediaType())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .result(file.content());
  }
}
