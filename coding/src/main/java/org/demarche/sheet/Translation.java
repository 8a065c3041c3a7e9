package org.demarche.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.load.FileContent;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/**
 * Turns a sheet into the triples of its op-ed's graph, each with the place of its cell. Whatever
 * can't be understood is a fault of its cell, and all faults are told. For one sheet, by one
 * thread.
 */
final class Translation {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*");

  private final ReadSheet read;
  private final Vocabulary vocabulary;
  private final Map<Quad, Place> triples = new LinkedHashMap<>();
  private final List<Finding> faults = new ArrayList<>();
  private final RowCells cells = new RowCells();

  private Translation(ReadSheet read, Vocabulary vocabulary) {
    this.read = read;
    this.vocabulary = vocabulary;
    faults.addAll(read.faults());
  }

  /** What a sheet says. */
  static FileContent of(ReadSheet read, Vocabulary vocabulary) {
    return new Translation(read, vocabulary).content();
  }

  private FileContent content() {
    Headings headings = headings(TableName.OP_ED);
    List<Table.Row> rows = filled(read.sheet().opEd());
    Optional<Table.Row> opEd = rows.stream().findFirst();
    String slug = opEd.map(row -> slug(headings, row)).orElse("");
    ValueReader values =
        new ValueReader(
            vocabulary, slug, opEd.flatMap(row -> language(headings, row)).orElse("en"));
    Node graph = Graphs.opEd(slug);
    if (opEd.isEmpty()) {
      // What keeps the table from being read has been told already.
      if (read.faults().stream().noneMatch(fault -> isIn(fault, TableName.OP_ED))) {
        faults.add(
            Finding.fault(
                Place.row(headings.file(), 2),
                "The op-ed isn't described.",
                read.hint().isEmpty()
                    ? "Fill in this row, slug and title first."
                    : "Fill in this row, slug and title first; or " + read.hint()));
      }
    } else {
      row(headings, opEd.get(), graph, values, Map.of());
      requireStatement();
      CodingAct.of(headings, opEd.get(), values)
          .triples()
          .forEach((triple, place) -> triples.putIfAbsent(Quad.create(graph, triple), place));
    }
    rows.stream()
        .skip(1)
        .forEach(
            second ->
                faults.add(
                    Finding.fault(
                        Place.row(headings.file(), second.number()),
                        "A sheet is for one op-ed, and this is a second.",
                        "Give it a sheet of its own.")));
    rows(TableName.STATEMENTS, graph, values);
    rows(TableName.ENTITIES, graph, values);
    return new FileContent(triples, cells, news());
  }

  /** Without one nothing leads to any entity, which would be a fault of each. */
  private void requireStatement() {
    Table statements = read.sheet().statements();
    if (!statements.columns().isEmpty() && filled(statements).isEmpty()) {
      faults.add(
          Finding.fault(
              Place.row(read.file(TableName.STATEMENTS), 2),
              "There is no statement.",
              "Give each a row: its id, its paragraph, its kind and so on."));
    }
  }

  private Headings headings(TableName table) {
    Headings headings = Headings.of(table, read.file(table), read.sheet().table(table), vocabulary);
    faults.addAll(headings.faults());
    return headings;
  }

  private String slug(Headings headings, Table.Row row) {
    String slug = headings.cell(row, "slug");
    if (!GraphRoles.isSlug(slug)) {
      int column = headings.indexOf("slug").orElse(0);
      faults.add(
          Finding.fault(
              headings.place(row.number(), column),
              slug.isEmpty()
                  ? "The op-ed has no slug."
                  : "%s can't be the slug of an op-ed.".formatted(ValueReader.quoted(slug)),
              Slug.latin(slug)
                  .filter(Slug.of(slug)::equals)
                  .map(latin -> "Write " + latin + ".")
                  .orElse(
                      "Write author, year and topic in the letters a to z, such as"
                          + " botto-2019-gsomia.")));
    }
    return slug;
  }

  /** The language of the op-ed; empty where none is written, or what is no tag of one. */
  private Optional<String> language(Headings headings, Table.Row row) {
    String language = headings.cell(row, "language");
    if (LANGUAGE.matcher(language).matches()) {
      return Optional.of(language);
    }
    if (!language.isEmpty()) {
      faults.add(
          Finding.fault(
              headings.place(row.number(), headings.indexOf("language").orElse(0)),
              "%s is no tag of a language.".formatted(ValueReader.quoted(language)),
              "Write a tag such as en, ko or ja."));
    }
    return Optional.empty();
  }

  private void rows(TableName table, Node graph, ValueReader values) {
    Headings headings = headings(table);
    Map<Node, Integer> earlier = new HashMap<>();
    for (Table.Row row : filled(read.sheet().table(table))) {
      row(headings, row, graph, values, earlier);
    }
  }

  private void row(
      Headings headings,
      Table.Row row,
      Node graph,
      ValueReader values,
      Map<Node, Integer> earlier) {
    RowTranslation translation = new RowTranslation(headings, row, values);
    translation.triples().forEach((triple, place) -> add(graph, triple, place));
    faults.addAll(translation.faults());
    translation
        .subject()
        .ifPresent(
            subject -> {
              cells.add(subject, headings, row.number());
              if (headings.table() != TableName.OP_ED) {
                once(subject, headings, row, earlier);
              }
            });
  }

  private void once(Node subject, Headings headings, Table.Row row, Map<Node, Integer> earlier) {
    Integer first = earlier.putIfAbsent(subject, row.number());
    if (first != null) {
      faults.add(
          Finding.fault(
              headings.place(row.number(), headings.indexOf("id").orElse(0)),
              "%s is in row %d already."
                  .formatted(ValueReader.quoted(headings.cell(row, "id")), first),
              "Give each its own id, or put all of it into one row."));
    }
  }

  private void add(Node graph, Triple triple, Place place) {
    triples.putIfAbsent(Quad.create(graph, triple), place);
  }

  /** All faults; of a cell that can't be read, that alone. */
  private List<Finding> news() {
    Set<Place> unread =
        read.faults().stream().flatMap(fault -> fault.place().stream()).collect(Collectors.toSet());
    Set<Finding> told = Set.copyOf(read.faults());
    return faults.stream()
        .filter(
            fault ->
                told.contains(fault)
                    || fault
                        .place()
                        .filter(place -> place.column() > 0 && unread.contains(place))
                        .isEmpty())
        .toList();
  }

  /** Of the table, or of all that was read. */
  private boolean isIn(Finding fault, TableName table) {
    return fault
        .place()
        .map(Place::file)
        .filter(file -> file.equals(read.file(table)) || file.equals(read.name()))
        .isPresent();
  }

  private static List<Table.Row> filled(Table table) {
    return table.rows().stream()
        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
        .toList();
  }
}
