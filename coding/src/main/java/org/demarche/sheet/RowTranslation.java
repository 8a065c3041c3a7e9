package org.demarche.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;
import org.demarche.validate.Quotation;

/** Turns one row into triples, each with the place of its cell. */
final class RowTranslation {
  /** In a column of a bound: there is none, whatever the date says. */
  static final String NO_BOUND = "-";

  private static final int LONGEST_NOTE = 250;

  private static final Pattern OTHER_SEPARATORS = Pattern.compile("\\s*[,;\\n]\\s*");

  private final Headings headings;
  private final Table.Row row;
  private final ValueReader values;
  private final Map<Triple, Place> triples = new LinkedHashMap<>();
  private final List<Finding> faults = new ArrayList<>();
  private final Optional<Node> subject;

  RowTranslation(Headings headings, Table.Row row, ValueReader values) {
    this.headings = headings;
    this.row = row;
    this.values = values;
    this.subject = readSubject();
    Node stand = subject.orElseGet(() -> NodeFactory.createURI(Namespaces.ID));
    for (int i = 0; i < headings.columns().size(); i++) {
      int index = i;
      headings.columns().get(i).ifPresent(column -> cell(stand, column, index));
    }
    dates(stand);
    sayOfEveryRow(stand);
  }

  /** The thing that the row describes; empty where its name can't be understood. */
  Optional<Node> subject() {
    return subject;
  }

  /** Incomplete where there are faults. */
  Map<Triple, Place> triples() {
    return triples;
  }

  List<Finding> faults() {
    return faults;
  }

  private Optional<Node> readSubject() {
    return switch (headings.table()) {
      case OP_ED -> Optional.of(NodeFactory.createURI(Namespaces.ID + "op-ed/" + values.opEd()));
      case STATEMENTS -> identified(new Values.Parts("statement"));
      case ENTITIES ->
          identified(
              isPassage() && headings.cell(row, "id").indexOf('/') < 0
                  ? new Values.Parts("passage")
                  : new Values.Things(Optional.empty()));
    };
  }

  private Optional<Node> identified(Values names) {
    String id = headings.cell(row, "id");
    Optional<Integer> column = headings.indexOf("id");
    if (column.isEmpty()) {
      return Optional.empty();
    }
    Place place = headings.place(row.number(), column.get());
    if (id.isEmpty()) {
      faults.add(
          Finding.fault(
              place,
              "This row has no id.",
              headings.table() == TableName.STATEMENTS
                  ? "Number it, such as F012."
                  : "Write kind/slug, such as measure/japan-export-controls."));
      return Optional.empty();
    }
    return switch (values.read(names, id)) {
      case Reading.Term term -> Optional.of(term.node());
      case Reading.Wrong wrong -> {
        faults.add(Finding.fault(place, wrong.wrong(), wrong.right()));
        yield Optional.empty();
      }
    };
  }

  private void cell(Node stand, Column column, int index) {
    String cell = row.cells().get(index).strip();
    if (cell.isEmpty()) {
      return;
    }
    Place place = headings.place(row.number(), index);
    copied(column, cell, place);
    if (column.name().equals("guess")) {
      faults.add(
          Finding.fault(
              place,
              "A guess isn't cleared: %s".formatted(ValueReader.quoted(cell)),
              "Check the row, mend it, and empty this cell."));
      return;
    }
    if (column.about().isPresent() && Slug.of(headings.cell(row, "coder")).isEmpty()) {
      faults.add(
          Finding.fault(
              place, "Nobody is named as the coder.", "Write your name in the column coder."));
      return;
    }
    List<String> written = column.split(cell);
    if (column.property().filter(DateBound::isOne).isPresent() && cell.equals(NO_BOUND)) {
      return;
    }
    column
        .property()
        .ifPresent(
            property -> {
              Node about = column.about().map(this::filledIn).orElse(stand);
              written.forEach(value -> value(about, property, column, value, place));
            });
  }

  private void value(Node about, Node property, Column column, String value, Place place) {
    switch (values.read(column.values(), value)) {
      case Reading.Term term ->
          triples.putIfAbsent(Triple.create(about, property, term.node()), place);
      case Reading.Wrong wrong ->
          faults.add(
              Finding.fault(place, wrong.wrong(), separated(column, value).orElse(wrong.right())));
    }
  }

  /** Several values that another sign separates, as they would be written. */
  private Optional<String> separated(Column column, String value) {
    List<String> parts =
        OTHER_SEPARATORS.splitAsStream(value).filter(part -> !part.isEmpty()).toList();
    return column.several()
            && parts.size() > 1
            && parts.stream()
                .allMatch(part -> values.read(column.values(), part) instanceof Reading.Term)
        ? Optional.of("Separate several so: %s.".formatted(String.join(Column.SEPARATOR, parts)))
        : Optional.empty();
  }

  /** Sentences of an article stay out of every cell, also of those that no triple is made of. */
  private void copied(Column column, String cell, Place place) {
    boolean mayQuote =
        column.values() instanceof Values.TextOfOpEd || column.values() instanceof Values.Terms;
    if (!mayQuote && Quotation.isIn(cell)) {
      faults.add(
          Finding.fault(
              place,
              "This quotes: %s".formatted(ValueReader.quoted(cell)),
              "Say it in your own words."));
    } else if (column.property().isEmpty()
        && cell.codePointCount(0, cell.length()) > LONGEST_NOTE) {
      faults.add(
          Finding.fault(
              place,
              "This has %d characters; %d are the most."
                  .formatted(cell.codePointCount(0, cell.length()), LONGEST_NOTE),
              "Say it more shortly, in your own words."));
    }
  }

  /** What a date says of begin and end, but where columns of their own say otherwise. */
  private void dates(Node stand) {
    for (int i = 0; i < headings.columns().size(); i++) {
      Optional<Column> column = headings.columns().get(i);
      String date = row.cells().get(i).strip();
      if (date.isEmpty()
          || column
              .filter(it -> !FurtherColumn.isNamedSo(it.name()))
              .flatMap(Column::property)
              .filter(Dem.edtf::equals)
              .isEmpty()) {
        continue;
      }
      Place place = headings.place(row.number(), i);
      Optional<DateBounds> bounds = Edtf.bounds(date);
      if (bounds.isEmpty()) {
        faults.add(
            Finding.fault(
                place,
                "%s is no date in EDTF.".formatted(ValueReader.quoted(date)),
                Literals.day(date)
                    .or(() -> Literals.inWords(date))
                    .map(day -> "Write " + day + ".")
                    .orElse(
                        "Write 2019-11-22, 2019-11, 2019-07-04/.. or"
                            + " [2019-11-24..2019-12-01].")));
      }
      bounds.ifPresent(
          known -> DateBound.of(known).forEach((bound, day) -> bound(stand, bound, day, place)));
    }
  }

  private void bound(Node stand, DateBound bound, LocalDate day, Place place) {
    boolean saidElsewhere =
        IntStream.range(0, headings.columns().size())
            .filter(i -> !row.cells().get(i).isBlank())
            .mapToObj(i -> headings.columns().get(i).flatMap(Column::property))
            .anyMatch(property -> property.filter(bound.property()::equals).isPresent());
    if (!saidElsewhere) {
      triples.putIfAbsent(Triple.create(stand, bound.property(), DateBound.literal(day)), place);
    }
  }

  private void sayOfEveryRow(Node stand) {
    Place place = idPlace();
    SheetMetadata.bundled()
        .saidOfEveryRow(headings.table())
        .forEach(
            said ->
                triples.putIfAbsent(
                    Triple.create(stand, said.property(), filledIn(said.value())), place));
    if (isPassage()
        && triples.keySet().stream()
            .noneMatch(triple -> triple.getPredicate().equals(DCTerms.isPartOf.asNode()))) {
      triples.put(
          Triple.create(
              stand,
              DCTerms.isPartOf.asNode(),
              NodeFactory.createURI(Namespaces.ID + "op-ed/" + values.opEd())),
          place);
    }
  }

  private Place idPlace() {
    return headings
        .indexOf(headings.table() == TableName.OP_ED ? "slug" : "id")
        .map(column -> headings.place(row.number(), column))
        .orElseGet(() -> Place.row(headings.file(), row.number()));
  }

  private boolean isPassage() {
    return headings.table() == TableName.ENTITIES
        && headings.cell(row, "class").equals(Vocabulary.shortName(Dem.Passage));
  }

  /** A template with the op-ed's slug and the coder's name in place. */
  private Node filledIn(String template) {
    return NodeFactory.createURI(
        template
            .replace("{op_ed}", values.opEd())
            .replace("{slug}", values.opEd())
            .replace("{coder}", Slug.of(headings.cell(row, "coder"))));
  }
}
