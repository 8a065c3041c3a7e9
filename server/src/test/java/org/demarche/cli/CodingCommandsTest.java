package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.sheet.CodedOpEds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands for coders, over a graph that has nothing yet. */
class CodingCommandsTest {
  @TempDir private static Path EMPTY;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path article = Path.of("");

  @BeforeAll
  static void begin() {
    KnowledgeGraph.open(EMPTY, DefaultGraph.UNION).close();
  }

  @BeforeEach
  void writeArticle() throws IOException {
    article =
        Files.writeString(
            folder.resolve("Reef Fishery.txt"),
            """
            The reef fishery needs a truce

            By Ana Maria Lind

            The two sides should meet again before the season ends, or the fish will be gone.
            """);
  }

  @Test
  void draft_begins_a_sheet_and_tells_what_is_in_it() {
    Path sheet = folder.resolve("sheet");

    assertThat(draft("--published", "2019-11-24", "--out", sheet.toString()))
        .isEqualTo(ExitCode.FINE);

    assertThat(out.toString().lines())
        .containsExactly(
            "2 passages, 2 sentences, 0 names, 0 dates.",
            "2 candidates for statements: prediction 1, recommendation 1.",
            "Author: actor/ana-maria-lind, new: see entities.csv.",
            "Left out as no part of the article, by characters: 32–49.",
            "Wrote " + sheet.resolve("op-ed.csv") + ".",
            "Wrote " + sheet.resolve("statements.csv") + ".",
            "Wrote " + sheet.resolve("entities.csv") + ".",
            "Wrote " + sheet.resolve("csv-metadata.json") + ".");
    assertThat(sheet.resolve("entities.csv")).content().contains("passage/reef-fishery/P1");
  }

  @Test
  void a_draft_is_a_workbook_where_that_is_wished_and_no_op_ed_before_its_guesses_are_checked() {
    Path sheet = folder.resolve("workbook");

    draft("--published", "2019-11-24", "--xlsx", "--out", sheet.toString());

    assertThat(sheet).isDirectoryContaining("glob:**/sheet.xlsx");
    assertThatThrownBy(() -> CodedOpEds.read(sheet.resolve("sheet.xlsx")))
        .hasMessageContaining("sheet.xlsx, sheet statements, row 2, column guess");
  }

  @Test
  void draft_asks_for_a_day_that_exists_and_for_a_slug_that_is_one() {
    assertThat(draft("--published", "2019-11-31")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .startsWith(
            "Not a day: 2019-11-31. Write --published 2019-11-24, or --published"
                + " '[2019-11-24..2019-12-01]' where it is one of these.");

    assertThat(draft("--published", "2019-11-24", "--slug", "Reef_1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            "Not a slug: Reef_1. Write small letters, digits and hyphens, such as"
                + " botto-2019-gsomia.");
  }

  @Test
  void draft_tells_a_missing_article_by_its_name() {
    assertThat(run("draft", "none.txt", "--published", "2019-11-24", "--data", EMPTY.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).isEqualToIgnoringNewLines("none.txt: there is no such file.");
  }

  @Test
  void agreement_compares_files_and_stores_nothing() throws IOException {
    Path first = coding("first.ttl", "certain", "aa");
    Path second = coding("second.ttl", "hedged", "bb");

    assertThat(
            run(
                "agreement",
                first.toString(),
                second.toString(),
                "--format",
                "csv",
                "--list",
                "--data",
                EMPTY.toString()))
        .isEqualTo(ExitCode.FINE);

    assertThat(out.toString().lines())
        .containsExactly(
            "statement in %s,statement in %s,column,value in %s,value in %s"
                .formatted(first, second, first, second),
            "F001,F001,certainty,certain,hedged");
    assertThat(err.toString()).startsWith("advice: These codings are of different texts");
    try (KnowledgeGraph graph = KnowledgeGraph.open(EMPTY, DefaultGraph.UNION)) {
      assertThat(graph.commit()).isZero();
    }
  }

  @Test
  void agreement_needs_two_codings_that_are_there() {
    assertThat(run("agreement", "one.ttl")).isEqualTo(ExitCode.USAGE);
    assertThat(run("agreement", "one", "two", "--data", EMPTY.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString())
        .contains("one: there is no such file, and no op-ed of this slug is loaded.");
  }

  private Path coding(String name, String certainty, String text) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        @prefix dem: <https://w3id.org/demarche/ontology#> .
        @prefix id: <https://w3id.org/demarche/id/> .
        @prefix code: <https://w3id.org/demarche/codes/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .

        <https://w3id.org/demarche/id/op-ed/reef> a dem:OpEd ; dem:textSha256 "%s" .
        <https://w3id.org/demarche/id/passage/reef/P1> a dem:Passage ; dem:paragraph "P1" .
        <https://w3id.org/demarche/id/statement/reef/F001> a dem:Statement ;
            dem:code "F001" ;
            dem:passage <https://w3id.org/demarche/id/passage/reef/P1> ;
            dem:sentence 1 ;
            dem:certainty <https://w3id.org/demarche/codes/certainty/%s> ;
            rdf:subject <https://w3id.org/demarche/id/actor/japan> .
        """
            .formatted(text, certainty));
  }

  private int draft(String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "draft";
    all[1] = article.toString();
    all[2] = "--data";
    all[3] = EMPTY.toString();
    System.arraycopy(options, 0, all, 4, options.length);
    return run(all);
  }

  private int run(String... arguments) {
    CommandLine commands = CommandLineInterface.create(Optional.empty());
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    return commands.execute(arguments);
  }
}
