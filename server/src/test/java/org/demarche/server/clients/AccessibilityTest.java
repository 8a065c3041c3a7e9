package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The pages in Chromium, examined by axe-core. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessibilityTest {
  @AutoClose
  private final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @Test
  void pages_have_no_serious_fault_fit_any_width_and_ask_no_other_host() {
    String[] pages = {
      "/",
      "/id/actor/government-of-south-korea?lang=ko",
      "/id/agreement/gsomia-japan-south-korea",
      "/id/event/gsomia-withdrawal-postponed",
      "/id/op-ed/botto-2019-gsomia",
      "/id/statement/botto-2019-gsomia/F126",
      "/codes/polarity",
      "/ontology?format=html",
      "/op-eds",
      "/queries",
      "/search?q=%EC%A7%80%EC%86%8C%EB%AF%B8%EC%95%84",
      "/search?q=%22%3E%3Cscript%3Ezzqqxx",
      "/queries/op-eds",
      "/queries/statements?polarity=denied",
      "/queries/agreement-history?agreement=agreement/gsomia-japan-south-korea&commit=99999",
      "/queries/grievances?lang=ko&sort=-holder",
      "/queries/evidence?thing=%22%3E%3Cscript%3E",
      "/queries/grievances?holder=actor/atlantis",
      "/reconcile/preview?id=agreement/gsomia-japan-south-korea"
    };
    JsonObject found =
        Chromium.run(
            "accessibility.js",
            Stream.of(pages).map(page -> server.url() + page).toArray(String[]::new));

    assertThat(found.getNumber("looks").intValue()).isEqualTo(pages.length * 4);
    assertThat(Script.texts(found, "faults")).isEmpty();
  }
}
