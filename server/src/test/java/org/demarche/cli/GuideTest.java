package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the coder's guide tells its readers to type, and what it says that they will see. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuideTest {
  private static final Path GUIDE = Path.of("../docs/coding.md");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;

  @Test
  void its_commands_are_commands() throws IOException {
    List<List<String>> commands = commands();

    assertThat(commands)
        .extracting(List::getFirst)
        .contains("draft", "sheet", "load", "serve", "query");
    assertThat(commands)
        .allSatisfy(
            command ->
                assertThatCode(
                        () ->
                            CommandLineInterface.create(Optional.empty())
                                .parseArgs(command.toArray(String[]::new)))
                    .as(String.join(" ", command))
                    .doesNotThrowAnyException());
  }

  @Test
  void its_files_are_there() throws IOException {
    assertThat(commands().stream().flatMap(List::stream).filter(it -> it.startsWith("docs/")))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Path.of("..").resolve(file)).exists());
  }

  @Test
  void the_draft_finds_what_it_says_and_the_passages_of_the_finished_sheet() throws IOException {
    Path empty = folder.resolve("data");
    KnowledgeGraph.open(empty, DefaultGraph.UNION).close();
    Path begun = folder.resolve("my-holt");
    StringWriter out = new StringWriter();
    CommandLine demarche = CommandLineInterface.create(Optional.empty());
    demarche.setOut(new PrintWriter(out));

    int code =
        demarche.execute(
            "draft",
            "../docs/coding/holt-2019-prespa.txt",
            "--published",
            "2019-11-28",
            "--data",
            empty.toString(),
            "--out",
            begun.toString());

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(blocks()).containsAll(out.toString().lines().limit(3).toList());
    assertThat(passages(begun)).isEqualTo(passages(ExampleOpEdsTest.WORKED));
  }

  @Test
  void the_row_that_it_explains_is_that_of_the_sheet() throws IOException {
    Map<String, String> row =
        rows(ExampleOpEdsTest.WORKED.resolve("statements.csv")).stream()
            .filter(it -> it.get("id").equals("F008"))
            .findFirst()
            .orElseThrow()
            .toMap();

    assertThat(Files.readString(GUIDE).replace("\\|", "|"))
        .contains(
            "| %s, %s, %s |".formatted(row.get("id"), row.get("paragraph"), row.get("sentence")),
            "| " + row.get("kind") + " |",
            "| %s, %s |".formatted(row.get("holder"), row.get("reporter")),
            "| %s, %s, %s |".formatted(row.get("subject"), row.get("relation"), row.get("object")),
            "| " + row.get("describes") + " |",
            "| " + row.get("about") + " |",
            "| %s, %s |".formatted(row.get("certainty"), row.get("polarity")),
            "| " + row.get("label") + " |");
  }

  @Test
  void no_sentence_of_the_article_is_in_the_sheet() throws IOException {
    String sheet =
        Files.readString(ExampleOpEdsTest.WORKED.resolve("statements.csv"))
            + Files.readString(ExampleOpEdsTest.WORKED.resolve("entities.csv"));

    assertThat(
            Files.readString(Path.of("../docs/coding/holt-2019-prespa.txt"))
                .lines()
                .skip(4)
                .flatMap(paragraph -> Pattern.compile("(?<=[.]) ").splitAsStream(paragraph))
                .filter(sentence -> sentence.length() > 20))
        .isNotEmpty()
        .allSatisfy(sentence -> assertThat(sheet).doesNotContain(sentence.replace(".", "")));
  }

  /** The lines of its code, without the indent. */
  static List<String> blocks() throws IOException {
    try (var lines = Files.lines(GUIDE)) {
      return lines.filter(line -> line.startsWith("    ")).map(String::strip).toList();
    }
  }

  private static List<List<String>> commands() throws IOException {
    return blocks().stream()
        .filter(line -> line.startsWith("./demarche "))
        .map(
            line ->
                WORD.matcher(line.substring("./demarche ".length()))
                    .results()
                    .map(GuideTest::word)
                    .toList())
        .toList();
  }

  private static String word(MatchResult word) {
    return Optional.ofNullable(word.group(1))
        .or(() -> Optional.ofNullable(word.group(2)))
        .orElseGet(() -> word.group(3));
  }

  private static Map<String, String> passages(Path sheet) throws IOException {
    return rows(sheet.resolve("entities.csv")).stream()
        .filter(row -> row.get("class").equals("Passage"))
        .collect(
            Collectors.toMap(
                row -> row.get("paragraph"),
                row ->
                    String.join(" ", row.get("start"), row.get("end"), row.get("paragraph_sha256")),
                (first, _) -> first));
  }

  private static List<CSVRecord> rows(Path table) throws IOException {
    String text = Files.readString(table);
    try (CSVParser rows =
        CSVParser.parse(
            text.startsWith("\uFEFF") ? text.substring(1) : text,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return rows.getRecords();
    }
  }
}
