package org.demarche.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.demarche.ontology.Dem;
import org.demarche.validate.Cells;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/** Where the properties of the things in a sheet are written. Grows while a sheet is read. */
final class RowCells implements Cells {
  /** The bounds of a date are written as a date. */
  private static final Set<Node> BOUNDS =
      Set.of(Dem.earliestBegin, Dem.latestBegin, Dem.earliestEnd, Dem.latestEnd);

  private final Map<Node, Row> rows = new HashMap<>();

  private final Map<String, Headings> tables = new HashMap<>();

  private record Row(Headings headings, int number) {}

  void add(Node subject, Headings headings, int row) {
    rows.putIfAbsent(subject, new Row(headings, row));
    tables.put(headings.file(), headings);
  }

  @Override
  public Optional<Place> row(Node subject) {
    return Optional.ofNullable(rows.get(subject))
        .map(row -> Place.row(row.headings().file(), row.number()));
  }

  @Override
  public Optional<Place> cell(Node subject, Node property) {
    return Optional.ofNullable(rows.get(subject))
        .flatMap(
            row ->
                column(row.headings(), property)
                    .map(column -> row.headings().place(row.number(), column)));
  }

  @Override
  public Finding inWords(Finding finding) {
    Optional<Headings> table =
        finding
            .place()
            .filter(place -> place.heading().isPresent())
            .map(place -> tables.get(place.file()));
    return table.map(headings -> SheetWords.tell(finding, headings)).orElse(finding);
  }

  private static Optional<Integer> column(Headings headings, Node property) {
    for (int i = 0; i < headings.columns().size(); i++) {
      Optional<Node> written =
          headings
              .columns()
              .get(i)
              .filter(column -> column.about().isEmpty())
              .flatMap(Column::property);
      if (written.filter(property::equals).isPresent()) {
        return Optional.of(i);
      }
    }
    if (BOUNDS.contains(property)) {
      return column(headings, Dem.edtf);
    }
    return property.equals(DCTerms.isPartOf.asNode()) ? headings.indexOf("id") : Optional.empty();
  }
}
