package org.demarche.server.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * A file that the page of the interface loads, as it is served: two of Swagger UI's, and two that
 * fit it into the site.
 *
 * @param name tells its content, so that browsers may keep it for ever: {@code
 *     swagger-ui.1f2e3d4c5b6a.css}
 * @param mediaType with its charset
 * @param content all of it
 */
@SuppressWarnings("ArrayRecordComponent") // Files are handed out and never compared.
record UiFile(String name, String mediaType, byte[] content) {
  private static final String STYLE = "text/css;charset=utf-8";
  private static final String SCRIPT = "text/javascript;charset=utf-8";

  /** The style sheets, in the order in which they are loaded. */
  static List<UiFile> stylesheets() {
    return List.of(of(swaggerUi(), "swagger-ui", ".css", STYLE), of("", "api", ".css", STYLE));
  }

  /** The scripts, in the order in which they run. */
  static List<UiFile> scripts() {
    return List.of(
        of(swaggerUi(), "swagger-ui-bundle", ".js", SCRIPT), of("", "api", ".js", SCRIPT));
  }

  /** Where the page finds it. */
  String path() {
    return ApiPage.PATH + "/" + name;
  }

  private static UiFile of(String folder, String name, String ending, String mediaType) {
    byte[] content = read(folder + name + ending);
    return new UiFile(
        name + "." + OpenApiDocument.fingerprint(content) + ending, mediaType, content);
  }

  /** Its version stands in the path, and is told beside it. */
  private static String swaggerUi() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return "/META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version") + "/";
  }

  private static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = UiFile.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(resource + " is missing from the class path");
    }
    return in;
  }
}
