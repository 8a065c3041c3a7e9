package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries of one's own join those that come with Demarche, or are refused with all faults. */
class CatalogueTest {
  private static final String HEADER =
      """
      #+ summary: Any
      #+ description: Any triples.
      #+ picture: table
      #+ example: lang=en
      """;

  @TempDir private Path folder;

  @Test
  void a_file_of_a_theme_and_one_of_none_join_the_others() throws IOException {
    write("mine.rq", HEADER + "SELECT * { ?s ?p ?o }");
    write("theme/made.rq", HEADER + "CONSTRUCT WHERE { ?s ?p ?o }");

    Catalogue catalogue = Catalogue.bundled().with(folder);

    assertThat(catalogue.all()).hasSize(Catalogue.bundled().all().size() + 2);
    assertThat(catalogue.get("mine").theme()).isEqualTo("own");
    assertThat(catalogue.get("mine").constructs()).isFalse();
    assertThat(catalogue.get("made").theme()).isEqualTo("theme");
    assertThat(catalogue.get("made").constructs()).isTrue();
  }

  @Test
  void a_name_that_is_taken_is_refused() throws IOException {
    write("demands.rq", HEADER + "SELECT * { ?s ?p ?o }");

    assertThatThrownBy(() -> Catalogue.bundled().with(folder))
        .isInstanceOf(BadQueryFileException.class)
        .hasMessage(
            "demands.rq, line 1: a query of the name demands stands under claims already;"
                + " give the file another name");
  }

  @Test
  void all_faults_of_all_files_are_told_together_with_their_lines() throws IOException {
    write("a.rq", HEADER + "\nSELECT * {\n  ?s ?p }\n");
    write(
        "b.rq",
        """
        #+ summary: Any
        #+ colour: yellow
        #+ description: Any triples.
        #+ parameters:
        #+   gone: No longer there
        #+ picture: pie
        SELECT * { ?s ?p ?_thing_iri }
        """);
    write("theme/c.rq", "#+ summary: Any\n#+ tags: [\nSELECT * { ?s ?p ?o }");

    assertThatThrownBy(() -> Catalogue.bundled().with(folder))
        .isInstanceOf(BadQueryFileException.class)
        .hasMessageContaining("a.rq, line 7: its SPARQL can't be read: ")
        .hasMessageContaining("b.rq, line 2: the decorator colour is unknown; known are ")
        .hasMessageContaining("b.rq, line 1: the decorator example is missing")
        .hasMessageContaining("b.rq, line 6: the picture is one of table, timeline, network, bar")
        .hasMessageContaining("b.rq, line 4: the parameter thing has no description")
        .hasMessageContaining("b.rq, line 5: no variable ?_gone or ?__gone stands in the query")
        .hasMessageContaining("theme/c.rq, line ")
        .hasMessageContaining("its decorators aren't YAML: ");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
