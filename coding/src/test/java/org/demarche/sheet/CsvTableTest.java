package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.load.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as spreadsheets save it. */
final class CsvTableTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separators_are_told_by_the_headings_of_each_file(String separator) {
    Path sheet =
        Tables.write(
            folder,
            Tables.OP_ED.replace(",", separator),
            Tables.STATEMENTS,
            Tables.ENTITIES.replace(",", separator));
    assertThat(graph(sheet)).isEqualTo(plain());
  }

  @Test
  void a_byte_order_mark_and_the_line_ends_of_windows_change_nothing() {
    Path sheet =
        Tables.write(
            folder,
            "\uFEFF" + Tables.OP_ED.replace("\n", "\r\n"),
            "\uFEFFsep=,\r\n" + Tables.STATEMENTS.replace("\n", "\r\n"),
            Tables.ENTITIES.stripTrailing());
    assertThat(graph(sheet)).isEqualTo(plain());
  }

  @Test
  void what_nobody_sees_changes_nothing() {
    Path sheet =
        Tables.write(
            folder,
            Tables.OP_ED
                .replace("title", "\u00A0title\u200B")
                .replace("Two ports", "Two\u00A0ports"),
            Tables.STATEMENTS.replace("actor/japan", "actor/ja\u200Bpan\u00A0"),
            Tables.ENTITIES.replace("P1,Passage", "\u200DP1\u3000,\u2060Passage"));
    assertThat(graph(sheet)).isEqualTo(plain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=,\n", "\"sep=,\"\r\n"})
  void a_line_may_name_the_separator(String line) {
    Path sheet =
        Tables.write(folder, line + Tables.OP_ED, line + Tables.STATEMENTS, Tables.ENTITIES);
    assertThat(graph(sheet)).isEqualTo(plain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Statements of Park on two ports\n", "Statements,,,\n", "\n", ",,,\n"})
  void what_stands_above_the_headings_is_one_fault(String above) {
    Path sheet = Tables.write(folder, Tables.OP_ED, above + Tables.STATEMENTS, Tables.ENTITIES);
    assertThat(Tables.faults(sheet))
        .containsExactly(
            "statements.csv, row 1: Row 1 has no headings. Remove what stands above them, so that"
                + " row 1 has id, paragraph, sentence, kind and so on.");
  }

  @Test
  void rows_are_counted_as_a_spreadsheet_counts_them() {
    TableBuilder read =
        CsvTable.read(
            TableName.STATEMENTS,
            "statements.csv",
            "id,label\nF001,\"two\nlines, \"\"and\"\" more\"\n\n,\nF002,short\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(read.table().rows())
        .containsExactly(
            new Table.Row(2, List.of("F001", "two\nlines, \"and\" more")),
            new Table.Row(5, List.of("F002", "short")));
  }

  @Test
  void what_is_written_is_read_again() {
    Table table =
        new Table(
            List.of("id", "label"),
            List.of(
                new Table.Row(2, List.of("F001", "a, b; \"c\"\nd\te")),
                new Table.Row(3, List.of("F002", "한일 군사정보보호협정 日韓"))));
    assertThat(CsvTable.read(TableName.STATEMENTS, "statements.csv", CsvTable.write(table)).table())
        .isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf_16_is_named(String encoding) {
    Path sheet =
        Tables.write(
            folder,
            Tables.OP_ED.getBytes(StandardCharsets.UTF_8),
            Tables.STATEMENTS.getBytes(Charset.forName(encoding)),
            Tables.ENTITIES.getBytes(StandardCharsets.UTF_8));
    assertThat(Tables.faults(sheet))
        .containsExactly(
            "statements.csv, row 1: The file is in UTF-16, which spreadsheets call Unicode Text."
                + " Save it as \"CSV UTF-8 (comma delimited)\".");
  }

  @Test
  void another_encoding_is_shown_by_its_first_cell() {
    Path sheet =
        Tables.write(
            folder,
            Tables.OP_ED.getBytes(StandardCharsets.UTF_8),
            Tables.STATEMENTS.replace("has an ally", "a déjà un allié").getBytes(WINDOWS),
            Tables.ENTITIES.getBytes(StandardCharsets.UTF_8));
    assertThat(Tables.faults(sheet))
        .containsExactly(
            "statements.csv, row 2, column label: This isn't UTF-8; in Windows-1252 it would be"
                + " “Japan a déjà un allié”. Save it as \"CSV UTF-8 (comma delimited)\".");
  }

  @Test
  void a_quotation_mark_without_its_other_half_is_found_in_its_row() {
    Path sheet =
        Tables.write(
            folder,
            Tables.OP_ED,
            Tables.STATEMENTS + "F002,P1,2,\"background,hana-park\n",
            Tables.ENTITIES);
    assertThat(Tables.faults(sheet))
        .containsExactly(
            "statements.csv, row 3: A quotation mark is out of place in this row. A cell that"
                + " begins with one ends with one, and within it stand two for each.");
  }

  @Test
  void cells_beyond_the_headings_are_a_fault() {
    Path sheet =
        Tables.write(
            folder,
            Tables.OP_ED,
            Tables.STATEMENTS.stripTrailing() + ", and friends\n",
            Tables.ENTITIES);
    assertThat(Tables.faults(sheet))
        .containsExactly(
            "statements.csv, row 2: The row has more cells than row 1 has headings: “and friends”."
                + " A text that holds the separator belongs in quotation marks.");
  }

  @Test
  void an_empty_file_and_a_missing_one_are_faults() throws Exception {
    Path sheet = Tables.write(folder, Tables.OP_ED, "", Tables.ENTITIES);
    Files.delete(sheet.resolve("entities.csv"));
    assertThat(Tables.faults(sheet))
        .containsExactly(
            "entities.csv, row 1: There is no file entities.csv. A sheet has three tables: op-ed,"
                + " statements and entities.",
            "statements.csv, row 1: The file is empty. Row 1 has the headings; `demarche sheet"
                + " new` writes them.");
  }

  private Object plain() {
    return graph(
        Tables.write(folder.resolve("plain"), Tables.OP_ED, Tables.STATEMENTS, Tables.ENTITIES));
  }

  private static Object graph(Path sheet) {
    List<Source> sources = CodedOpEds.read(sheet);
    assertThat(sources).hasSize(1);
    assertThat(sources.getFirst().triples()).hasSizeGreaterThan(30);
    return sources.getFirst().triples();
  }
}
