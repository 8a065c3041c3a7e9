package org.demarche.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.DemarcheException;
import org.demarche.sheet.Sheet;
import org.demarche.sheet.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"reef-fishery, en", "whitelist-ko, ko", "dialogue-ja, ja"})
  void an_article_gives_the_sheet_beside_this_test(String name, String language)
      throws IOException {
    DraftFolder.write(Examples.draft(name, language), folder, false, Optional.empty());

    for (String table : List.of("op-ed", "statements", "entities")) {
      // Written with a byte order mark, for spreadsheets.
      assertThat(Files.readString(folder.resolve(table + ".csv")))
          .as(table)
          .isEqualToNormalizingNewlines("\uFEFF" + Examples.text(name + "/" + table + ".csv"));
    }
  }

  @ParameterizedTest
  @CsvSource({"reef-fishery, en", "whitelist-ko, ko", "dialogue-ja, ja"})
  void no_words_of_the_article_are_in_the_sheet_but_its_title_and_those_that_were_found(
      String name, String language) {
    Draft draft = Examples.draft(name, language);
    Sheet sheet = draft.sheet();

    List<String> cells =
        Stream.of(sheet.statements(), sheet.entities())
            .flatMap(table -> table.rows().stream())
            .flatMap(row -> row.cells().stream())
            .toList();
    assertThat(draft.read())
        .allSatisfy(
            read -> {
              String text = read.sentence().text();
              String half = text.substring(0, text.length() / 2);
              assertThat(cells).noneMatch(cell -> cell.contains(half));
            });
  }

  @Test
  void every_row_says_what_was_guessed_and_has_no_label() {
    Table statements = Examples.draft("reef-fishery", "en").sheet().statements();
    int guess = statements.columns().indexOf("guess");
    int label = statements.columns().indexOf("label");

    assertThat(statements.rows())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.cells().get(guess)).startsWith("kind: ");
              assertThat(row.cells().get(label)).isEmpty();
            });
  }

  @Test
  void the_sentences_go_into_a_file_that_git_ignores_and_only_if_they_are_wished()
      throws IOException {
    Draft draft = Examples.draft("reef-fishery", "en");

    assertThat(DraftFolder.write(draft, folder.resolve("without"), false, Optional.empty()))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("op-ed.csv", "statements.csv", "entities.csv", "csv-metadata.json");
    DraftFolder.write(draft, folder.resolve("with"), true, Optional.empty());

    assertThat(folder.resolve("with/text.local.txt"))
        .content()
        .startsWith("H.1\tAustralia should answer Jakarta's offer on the reef fishery\n")
        .contains("P2.1\tCanberra must not waste this opening.\n");
    assertThat(Files.readAllLines(folder.resolve("with/.gitignore"))).contains("text.local.txt");
  }

  @Test
  void nothing_is_written_over() throws IOException {
    Path there = Files.writeString(folder.resolve("statements.csv"), "mine");

    assertThatThrownBy(
            () ->
                DraftFolder.write(
                    Examples.draft("reef-fishery", "en"), folder, true, Optional.empty()))
        .isInstanceOf(DemarcheException.class)
        .hasMessage(
            folder
                + " holds statements.csv already, and nothing is written over. Name another"
                + " folder.");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(there));
    assertThat(there).hasContent("mine");
  }

  @Test
  void what_is_no_article_is_refused_in_words() throws IOException {
    Path latin =
        Files.write(folder.resolve("latin.txt"), "Ein Ä".getBytes(StandardCharsets.ISO_8859_1));
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");
    Path mark = Files.writeString(folder.resolve("mark.txt"), "\uFEFF");

    assertThatThrownBy(() -> Article.read(folder.resolve("none.txt")))
        .hasMessage(folder.resolve("none.txt") + ": there is no such file.");
    assertThatThrownBy(() -> Article.read(latin))
        .hasMessage(latin + ": the file isn't in UTF-8. Save it as plain text in UTF-8.");
    assertThatThrownBy(() -> Article.read(empty)).hasMessage(empty + ": the file is empty.");
    assertThatThrownBy(() -> Article.read(mark)).hasMessage(mark + ": the file is empty.");
  }

  @ParameterizedTest
  @CsvSource({"whitelist-ko, ko", "dialogue-ja, ja"})
  void the_letters_decide_on_the_language(String name, String language) {
    assertThat(Examples.draft(name, "en").language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whitelist-ko", "dialogue-ja"})
  void letters_that_are_taken_apart_give_the_same_and_places_are_those_of_the_file(String name)
      throws IOException {
    String apart = Normalizer.normalize(Examples.text(name + ".txt"), Normalizer.Form.NFD);
    Path file = Files.writeString(folder.resolve(name + ".txt"), apart);
    Draft draft =
        Draft.of(
            Article.read(file),
            Period.parse("2019-11-24").orElseThrow(),
            name,
            "en",
            Examples.NAMES);

    assertThat(draft.sheet().statements())
        .isEqualTo(Examples.draft(name, "en").sheet().statements());
    assertThat(draft.layout().headline()).isEqualTo(Examples.draft(name, "en").layout().headline());
    assertThat(draft.layout().passages())
        .allSatisfy(
            passage ->
                assertThat(apart.substring(passage.start(), passage.end()))
                    .isEqualTo(passage.text()));
  }

  @Test
  void a_byte_order_mark_is_no_character_of_the_text() throws IOException {
    Path marked = Files.writeString(folder.resolve("marked.txt"), "\uFEFFAn article");

    assertThat(Article.read(marked).text()).isEqualTo("An article");
    assertThat(Article.read(marked).length()).isEqualTo(10);
  }

  @Test
  void in_a_language_without_cues_names_alone_are_found() {
    Draft draft =
        Draft.of(
            new Article(
                "artikel", "Japan sollte antworten, und Australia muss warten, sagte er.", ""),
            Period.parse("2019-11-24").orElseThrow(),
            "artikel",
            "de",
            Examples.NAMES);

    assertThat(draft.candidates()).isEmpty();
    assertThat(draft.read().getFirst().named())
        .extracting(Known::reference)
        .containsExactly("actor/japan", "actor/australia");
  }
}
