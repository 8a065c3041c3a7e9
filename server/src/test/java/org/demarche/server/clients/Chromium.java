package org.demarche.server.clients;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;

/** A browser without a window, driven by scripts of {@code src/test/npm}. */
final class Chromium {
  private static final String PROGRAM =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .filter(path -> Files.isExecutable(Path.of(path)))
          .findFirst()
          .orElse("chromium");

  private Chromium() {}

  /** Runs a script of {@code src/test/npm} with the browser and further arguments. */
  static JsonObject run(String script, String... arguments) {
    Script.require(
        "This test needs Chromium, Node.js 20 or newer, puppeteer-core and axe-core. Install the"
            + " first two (apt install chromium nodejs npm), then: npm --prefix server/src/test/npm"
            + " ci",
        "sh",
        "-c",
        "command -v "
            + PROGRAM
            + " && node --eval \"require('./npm/node_modules/axe-core');"
            + "require('./npm/node_modules/puppeteer-core')\"");
    return Script.run(
        Stream.concat(Stream.of("node", "npm/" + script, PROGRAM), Stream.of(arguments))
            .toArray(String[]::new));
  }
}
