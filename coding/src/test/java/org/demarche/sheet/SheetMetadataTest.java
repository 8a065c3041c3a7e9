package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the columns mean. */
final class SheetMetadataTest {
  @TempDir private Path folder;

  @Test
  void every_property_of_a_column_is_declared_and_every_column_described() {
    Vocabulary vocabulary = Vocabulary.bundled();
    List<String> undeclared = new ArrayList<>();
    for (TableName table : TableName.values()) {
      for (Column column : SheetMetadata.bundled().columns(table)) {
        assertThat(column.description()).as(column.name()).endsWith(".");
        column
            .property()
            .map(Vocabulary::shortName)
            .filter(name -> vocabulary.property(name).isEmpty())
            .ifPresent(undeclared::add);
        if (column.values() instanceof Values.Codes codes) {
          assertThat(vocabulary.codes(codes.scheme())).as(column.name()).isNotEmpty();
        }
      }
    }
    assertThat(undeclared).isEmpty();
  }

  @Test
  void an_empty_sheet_has_all_columns_and_a_description_of_each() throws Exception {
    List<Path> written = SheetWriter.begin(folder, KnownThings.none());
    assertThat(written.stream().map(path -> path.getFileName().toString()))
        .containsExactly(
            "op-ed.csv",
            "statements.csv",
            "entities.csv",
            "csv-metadata.json",
            "README.txt",
            "sheet.xlsx");
    JsonObject metadata = JSON.parse(Files.readString(folder.resolve("csv-metadata.json")));
    for (var table : metadata.get("tables").getAsArray()) {
      List<String> titles = new ArrayList<>();
      table
          .getAsObject()
          .getObj("tableSchema")
          .getArray("columns")
          .map(column -> column.getAsObject())
          .filter(column -> !column.hasKey("virtual"))
          .forEach(column -> titles.add(column.getString("titles")));
      String headings =
          Files.readString(folder.resolve(table.getAsObject().getString("url")))
              .replace("\uFEFF", "")
              .strip();
      assertThat(headings).isEqualTo(String.join(",", titles));
    }
  }

  @Test
  void further_columns_of_an_export_are_described_too() {
    List<String> headings = new ArrayList<>(SheetMetadata.bundled().headings(TableName.ENTITIES));
    headings.add("skos:editorialNote@ko");
    Table empty = new Table(List.of("slug"), List.of());
    Sheet sheet = new Sheet(empty, empty, new Table(headings, List.of()));
    JsonObject entities =
        JSON.parse(SheetMetadata.bundled().describing(sheet))
            .get("tables")
            .getAsArray()
            .get(2)
            .getAsObject();
    assertThat(entities.getObj("tableSchema").getArray("columns").map(Object::toString))
        .anyMatch(
            column ->
                column.contains("skos:editorialNote@ko")
                    && column.contains("http://www.w3.org/2004/02/skos/core#editorialNote")
                    && column.contains("\"lang\" : \"ko\""));
  }

  @Test
  void nothing_is_written_over() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("statements.csv"), "mine");
    assertThat(catchThrowable(() -> SheetWriter.begin(folder, KnownThings.none())))
        .hasMessage(
            folder
                + " holds statements.csv already, and nothing is written over. Name another folder.");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("statements.csv"));
    }
  }

  @Test
  void a_filled_in_workbook_is_not_overlooked_beside_empty_tables() {
    SheetWriter.begin(folder, KnownThings.none());
    assertThat(Tables.faults(folder))
        .containsExactly(
            "op-ed.csv, row 2: The op-ed isn't described. Fill in this row, slug and title first;"
                + " or if you work in sheet.xlsx beside it, name that file.");
  }
}
