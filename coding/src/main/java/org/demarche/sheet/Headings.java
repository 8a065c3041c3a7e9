package org.demarche.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.validate.Finding;
import org.demarche.validate.Nearest;
import org.demarche.validate.Place;

/**
 * The columns of a table, by their headings. Case doesn't matter, and a space is as good as an
 * underscore.
 *
 * @param table the table
 * @param file by which messages call it
 * @param written as the table has them
 * @param columns what each is; empty where that isn't known
 * @param faults of headings
 */
record Headings(
    TableName table,
    String file,
    List<String> written,
    List<Optional<Column>> columns,
    List<Finding> faults) {

  static Headings of(TableName name, String file, Table table, Vocabulary vocabulary) {
    Map<String, Column> known = new HashMap<>();
    SheetMetadata.bundled().columns(name).forEach(column -> known.put(key(column.name()), column));
    List<Optional<Column>> columns = new ArrayList<>();
    List<Finding> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String heading = table.columns().get(i).strip();
      Optional<Column> column =
          Optional.ofNullable(known.get(key(heading)))
              .or(() -> FurtherColumn.of(heading, vocabulary));
      columns.add(column);
      Place place = Place.cell(file, 1, i + 1, shown(heading, i));
      if (column.isPresent() && !seen.add(column.get().name())) {
        faults.add(
            Finding.fault(
                place,
                "There are two columns %s.".formatted(heading),
                "Put all into one, and remove the other."));
      }
      if (column.isEmpty() && (!heading.isEmpty() || isUsed(table, i))) {
        faults.add(unknown(place, heading, known.keySet(), vocabulary));
      }
    }
    String first = SheetMetadata.bundled().headings(name).getFirst();
    if (!table.columns().isEmpty() && !seen.contains(first)) {
      faults.add(
          Finding.fault(
              Place.row(file, 1),
              "There is no column %s.".formatted(first),
              "Row 1 has the headings: " + firstOnes(name)));
    }
    return new Headings(name, file, List.copyOf(table.columns()), columns, faults);
  }

  /** That row 1 is something else, such as the title of the table. */
  static Finding missing(TableName name, String file) {
    return Finding.fault(
        Place.row(file, 1),
        "Row 1 has no headings.",
        "Remove what stands above them, so that row 1 has " + firstOnes(name));
  }

  private static String firstOnes(TableName name) {
    return String.join(", ", SheetMetadata.bundled().headings(name).subList(0, 4)) + " and so on.";
  }

  /** How many headings of a row are those of this table, which tells one separator from another. */
  static long known(TableName name, List<String> headings) {
    Set<String> known = new HashSet<>();
    SheetMetadata.bundled().headings(name).forEach(heading -> known.add(key(heading)));
    return headings.stream()
        .filter(heading -> known.contains(key(heading)) || FurtherColumn.isNamedSo(heading.strip()))
        .count();
  }

  /** Where a cell is. */
  Place place(int row, int column) {
    return Place.cell(file, row, column + 1, shown(written.get(column).strip(), column));
  }

  /** Which column has this name of the metadata. */
  Optional<Integer> indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).filter(column -> column.name().equals(name)).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** What a row has in the column of this name, without the space around it; else empty text. */
  String cell(Table.Row row, String name) {
    return indexOf(name).map(i -> row.cells().get(i).strip()).orElse("");
  }

  private static Finding unknown(
      Place place, String heading, Set<String> known, Vocabulary vocabulary) {
    if (heading.isEmpty()) {
      return Finding.fault(
          place, "This column has no heading.", "Name it in row 1, or empty its cells.");
    }
    if (FurtherColumn.isNamedSo(heading)) {
      String name = FurtherColumn.property(heading);
      return Finding.fault(
          place,
          "%s isn't a property of the ontology.".formatted(name),
          Nearest.name(name.replaceFirst("^dem:", ""), vocabulary.properties())
              .map(near -> "Did you mean " + (near.indexOf(':') < 0 ? "dem:" + near : near) + "?")
              .orElse("Write one that it declares."));
    }
    return Finding.fault(
        place,
        "%s is the heading of no column.".formatted(ValueReader.quoted(heading)),
        Nearest.name(key(heading), known)
            .or(
                () ->
                    known.stream()
                        .filter(it -> it.startsWith(key(heading) + "_"))
                        .min(String::compareTo))
            .map(near -> "Did you mean " + near + "?")
            .orElse("Remove it, or write the prefixed name of a property, such as dem:regards."));
  }

  private static boolean isUsed(Table table, int column) {
    return table.rows().stream().anyMatch(row -> !row.cells().get(column).isBlank());
  }

  private static String key(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  /** A heading, or the letters by which spreadsheets call the column. */
  private static String shown(String heading, int index) {
    if (!heading.isEmpty()) {
      return heading;
    }
    StringBuilder letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
