package org.demarche.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.demarche.ontology.Dem;
import org.demarche.validate.Finding;

/** Writes things as rows of one table. For one table, by one thread. */
final class TableWriter {
  private final List<Column> declared;
  private final ValueWriter writer;
  private final Vocabulary vocabulary;
  private final List<Finding> faults;
  private final Set<String> further = new TreeSet<>();
  private final List<Map<String, String>> rows = new ArrayList<>();

  TableWriter(TableName table, ValueWriter writer, Vocabulary vocabulary, List<Finding> faults) {
    this.declared = SheetMetadata.bundled().columns(table);
    this.writer = writer;
    this.vocabulary = vocabulary;
    this.faults = faults;
  }

  /**
   * Adds a row.
   *
   * @param thing that it describes
   * @param given cells that are known already
   * @param said what else is to be written, in the order in which a cell has it
   */
  void add(Node thing, Map<String, String> given, Set<Triple> said) {
    Map<String, String> cells = new LinkedHashMap<>(given);
    Set<Triple> left = new LinkedHashSet<>(said);
    dates(thing, left, cells);
    for (Column column : declared) {
      if (column.property().isPresent()
          && column.about().isEmpty()
          && !cells.containsKey(column.name())) {
        fill(column, left, cells);
      }
    }
    for (Triple triple : List.copyOf(left)) {
      if (left.contains(triple)) {
        Optional<Column> column = FurtherColumn.of(heading(triple), vocabulary);
        column.ifPresent(
            it -> {
              further.add(it.name());
              fill(it, left, cells);
            });
      }
    }
    // Text that looks like something else stands exactly, in a column without a language.
    for (Triple triple : List.copyOf(left)) {
      FurtherColumn.of(FurtherColumn.heading(triple.getPredicate(), ""), vocabulary)
          .filter(column -> writer.write(column, triple.getObject()).isPresent())
          .ifPresent(
              column -> {
                further.add(column.name());
                fill(column, left, cells);
              });
    }
    left.forEach(triple -> faults.add(SheetExport.unwritten(triple)));
    rows.add(cells);
  }

  Table table() {
    List<String> columns = new ArrayList<>(declared.stream().map(Column::name).toList());
    columns.addAll(further);
    List<Table.Row> written = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> cells = rows.get(i);
      written.add(
          new Table.Row(
              i + 2, columns.stream().map(column -> cells.getOrDefault(column, "")).toList()));
    }
    return new Table(columns, written);
  }

  /** Takes what can stand in a column out of what is left. */
  private void fill(Column column, Set<Triple> left, Map<String, String> cells) {
    Node property = column.property().orElseThrow();
    List<String> values = new ArrayList<>();
    for (Triple triple : List.copyOf(left)) {
      if (triple.getPredicate().equals(property) && (values.isEmpty() || column.several())) {
        writer
            .write(column, triple.getObject())
            .ifPresent(
                value -> {
                  values.add(value);
                  left.remove(triple);
                });
      }
    }
    if (!values.isEmpty()) {
      cells.merge(
          column.name(),
          String.join(Column.SEPARATOR, values),
          (earlier, more) -> earlier + Column.SEPARATOR + more);
    }
  }

  /**
   * Leaves out the bounds that the date gives. Where it gives one that the graph hasn't, the column
   * of that bound says that there is none.
   */
  private void dates(Node thing, Set<Triple> left, Map<String, String> cells) {
    List<String> dates =
        left.stream()
            .filter(triple -> triple.getPredicate().equals(Dem.edtf))
            .map(Triple::getObject)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .toList();
    if (dates.size() != 1 || Edtf.bounds(dates.getFirst()).isEmpty()) {
      // In a column that isn't read as a date, they say nothing of the bounds.
      FurtherColumn.of(FurtherColumn.heading(Dem.edtf, ""), vocabulary)
          .filter(column -> !dates.isEmpty())
          .ifPresent(
              column -> {
                further.add(column.name());
                fill(column, left, cells);
              });
      return;
    }
    Edtf.bounds(dates.getFirst())
        .ifPresent(
            bounds ->
                DateBound.of(bounds)
                    .forEach(
                        (bound, day) -> {
                          List<Triple> known =
                              left.stream()
                                  .filter(it -> it.getPredicate().equals(bound.property()))
                                  .toList();
                          if (known.equals(
                              List.of(
                                  Triple.create(
                                      thing, bound.property(), DateBound.literal(day))))) {
                            left.removeAll(known);
                          } else if (known.isEmpty()) {
                            String heading = FurtherColumn.heading(bound.property(), "");
                            further.add(heading);
                            cells.put(heading, RowTranslation.NO_BOUND);
                          }
                        }));
  }

  private static String heading(Triple triple) {
    return FurtherColumn.heading(
        triple.getPredicate(),
        triple.getObject().isLiteral() ? triple.getObject().getLiteralLanguage() : "");
  }
}
