package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.json.JsonObject;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The search box of every page in Chromium, by keyboard. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchBoxTest {
  @AutoClose
  private final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @Test
  void what_is_typed_is_completed_and_can_be_chosen_by_keyboard() {
    JsonObject told = Chromium.run("search.js", server.url() + "/queries");

    assertThat(told.getObj("atFirst").getString("role")).isEqualTo("combobox");
    assertThat(told.getObj("atFirst").getString("expanded")).isEqualTo("false");

    JsonObject typed = told.getObj("typed");
    int options = typed.getNumber("options").intValue();
    assertThat(options).isBetween(2, 8);
    assertThat(typed.getString("expanded")).isEqualTo("true");
    assertThat(typed.getString("told")).isEqualTo(options + " suggestions");
    assertThat(typed.getString("active")).isEmpty();

    assertThat(told.getObj("down").getString("active")).isEqualTo("Moon Jae-in");
    assertThat(told.getObj("down").getString("selected")).isEqualTo("true");
    assertThat(told.getObj("last").getString("active")).isNotEqualTo("Moon Jae-in").isNotEmpty();

    JsonObject escaped = told.getObj("escaped");
    assertThat(escaped.getString("expanded")).isEqualTo("false");
    assertThat(escaped.getString("value")).isEqualTo("moon ja");

    assertThat(told.getString("chosen")).isEqualTo("/id/actor/moon-jae-in");
    assertThat(told.getString("sent")).isEqualTo("/search?q=gsomia");
    assertThat(Script.texts(told, "complaints")).isEmpty();
    assertThat(Script.texts(told, "faults")).isEmpty();
  }
}
