package org.demarche.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.sheet.Sheet;
import org.demarche.sheet.SheetMetadata;
import org.demarche.sheet.Table;
import org.demarche.sheet.TableName;

/** Writes a draft as the sheet that its coder goes on with. No sentence of the article is in it. */
final class DraftSheet {
  private static final String BETWEEN_VALUES = "|";
  private static final String BETWEEN_GUESSES = "; ";

  private DraftSheet() {}

  static Sheet of(Draft draft) {
    return new Sheet(
        table(TableName.OP_ED, List.of(opEd(draft))),
        table(TableName.STATEMENTS, statements(draft)),
        table(TableName.ENTITIES, entities(draft)));
  }

  private static Map<String, String> opEd(Draft draft) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("slug", draft.slug());
    row.put("title", draft.layout().headline().orElse(""));
    row.put("language", draft.language());
    row.put("author", draft.author().map(Draft.Author::reference).orElse(""));
    row.put("section", draft.layout().section().orElse(""));
    row.put("published", draft.published().edtf());
    row.put("text_sha256", draft.article().sha256());
    row.put("text_length", String.valueOf(draft.article().length()));
    return row;
  }

  private static List<Map<String, String>> statements(Draft draft) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Candidate candidate : draft.candidates()) {
      Set<String> about = new LinkedHashSet<>();
      candidate.subjects().forEach(it -> about.add(it.reference()));
      candidate.read().named().forEach(it -> about.add(it.reference()));
      String subjects = references(candidate.subjects());
      boolean recommends = candidate.strength().isPresent();
      Map<String, String> row = new LinkedHashMap<>();
      row.put("id", String.format(Locale.ROOT, "F%03d", rows.size() + 1));
      row.put("paragraph", candidate.read().passage().paragraph());
      row.put("sentence", sentence(candidate.read()));
      row.put("kind", candidate.kind().orElse(""));
      row.put("holder", candidate.holder().orElse(""));
      row.put("reporter", candidate.reporter());
      // A proposition has one subject: of several, the coder makes a group or several rows.
      row.put("subject", candidate.subjects().size() == 1 ? subjects : "");
      row.put("object", candidate.object().map(Known::reference).orElse(""));
      row.put("addressee", recommends ? subjects : "");
      row.put("about", String.join(BETWEEN_VALUES, about));
      row.put("certainty", String.join(BETWEEN_VALUES, candidate.certainty()));
      row.put("polarity", candidate.denied() ? "denied" : "affirmed");
      row.put("strength", candidate.strength().orElse(""));
      row.put("guess", String.join(BETWEEN_GUESSES, candidate.guesses()));
      rows.add(row);
    }
    return rows;
  }

  /** A headline or standfirst is one saying, whose sentences aren't counted. */
  private static String sentence(Read read) {
    return switch (read.passage().role()) {
      case HEADLINE, STANDFIRST -> "";
      case BODY, CAPTION, AUTHOR_NOTE -> String.valueOf(read.sentence().number());
    };
  }

  private static List<Map<String, String>> entities(Draft draft) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Passage passage : draft.layout().passages()) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("id", "passage/" + draft.slug() + "/" + passage.paragraph());
      row.put("class", "Passage");
      row.put("label_en", label(passage));
      row.put("paragraph", passage.paragraph());
      row.put("start", String.valueOf(passage.start()));
      row.put("end", String.valueOf(passage.end()));
      row.put("paragraph_sha256", passage.sha256());
      row.put("guess", guess(passage, draft));
      rows.add(row);
    }
    draft
        .author()
        .filter(author -> !author.known())
        .ifPresent(
            author -> {
              Map<String, String> row = new LinkedHashMap<>();
              row.put("id", author.reference());
              row.put("class", "Person");
              row.put("label_" + Language.of(author.name(), Language.ENGLISH), author.name());
              row.put("guess", "author: the graph has nobody of this name");
              rows.add(row);
            });
    return rows;
  }

  private static String label(Passage passage) {
    return switch (passage.role()) {
      case HEADLINE, STANDFIRST -> passage.role().label();
      case BODY, CAPTION, AUTHOR_NOTE -> "paragraph " + passage.paragraph().substring(1);
    };
  }

  /** Who and what is named there, so that nobody is forgotten where no statement was found. */
  private static String guess(Passage passage, Draft draft) {
    List<Read> read = draft.read().stream().filter(it -> it.passage().equals(passage)).toList();
    String named = references(read.stream().flatMap(it -> it.named().stream()).distinct().toList());
    Stream<String> role =
        switch (passage.role()) {
          case BODY -> Stream.empty();
          case HEADLINE, STANDFIRST, CAPTION, AUTHOR_NOTE ->
              Stream.of("taken for the " + passage.role().label());
        };
    Stream<String> questions =
        read.stream()
            .flatMap(
                it ->
                    it.questions().stream()
                        .map(question -> "sentence " + it.sentence().number() + ", " + question));
    return Stream.of(
            role,
            named.isEmpty() ? Stream.<String>empty() : Stream.of("named: " + named),
            questions)
        .flatMap(it -> it)
        .collect(Collectors.joining(BETWEEN_GUESSES));
  }

  private static String references(List<Known> things) {
    return things.stream()
        .map(Known::reference)
        .distinct()
        .collect(Collectors.joining(BETWEEN_VALUES));
  }

  private static Table table(TableName name, List<Map<String, String>> rows) {
    List<String> columns = SheetMetadata.bundled().headings(name);
    List<Table.Row> made = new ArrayList<>();
    for (Map<String, String> row : rows) {
      made.add(
          new Table.Row(
              made.size() + 2, columns.stream().map(it -> row.getOrDefault(it, "")).toList()));
    }
    return new Table(columns, made);
  }
}
