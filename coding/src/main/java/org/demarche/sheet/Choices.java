package org.demarche.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.poi.ss.util.CellReference;
import org.demarche.ontology.Namespaces;

/**
 * What may be chosen in the columns of a sheet: codes, classes, relations, and the things that the
 * graph has. Immutable.
 *
 * @param all in the order of the page that holds them
 */
record Choices(List<Choice> all) {
  /** The page of a workbook that holds them. */
  static final String PAGE = "lists";

  /**
   * One list.
   *
   * @param name of a kind of things or a scheme of codes, or another
   * @param labels what each is, by what is written for it; in English
   * @param closed whether nothing else may be written
   */
  record Choice(String name, Map<String, String> labels, boolean closed) {}

  private static final String CLASSES = "classes";
  private static final String RELATIONS = "relations";
  private static final String TRUTH = "true or false";
  private static final String CODES = "codes of ";

  /** Those of the vocabulary, and of what a graph has. */
  static Choices of(KnownThings known) {
    Vocabulary vocabulary = Vocabulary.bundled();
    List<Choice> all = new ArrayList<>();
    known
        .labels()
        .forEach(
            (kind, labels) -> {
              if (!labels.isEmpty()) {
                all.add(new Choice(kind, labels, false));
              }
            });
    List<String> ofThings =
        vocabulary.classes().stream()
            .filter(name -> name.indexOf(':') < 0 || name.startsWith("org:"))
            .toList();
    all.add(new Choice(CLASSES, labelled(ofThings, vocabulary), false));
    all.add(new Choice(RELATIONS, labelled(vocabulary.relations(), vocabulary), false));
    Map<String, String> truth = new LinkedHashMap<>();
    truth.put("true", "");
    truth.put("false", "");
    all.add(new Choice(TRUTH, truth, true));
    for (String scheme : vocabulary.schemes()) {
      Map<String, String> labels = new LinkedHashMap<>();
      vocabulary
          .codes(scheme)
          .forEach(
              code ->
                  labels.put(
                      code,
                      vocabulary
                          .label(NodeFactory.createURI(Namespaces.CODE + scheme + "/" + code))
                          .orElse("")));
      all.add(new Choice(CODES + scheme, labels, true));
    }
    return new Choices(List.copyOf(all));
  }

  /** The list for a column, if there is one. */
  Optional<Choice> of(Column column) {
    return name(column.values())
        .flatMap(name -> all.stream().filter(list -> list.name().equals(name)).findFirst());
  }

  /** Where a list begins on its page. */
  int columnOf(Choice list) {
    return 2 * all.indexOf(list);
  }

  /** The cells of a list, as formulas name them. */
  String range(Choice list) {
    String column = CellReference.convertNumToColString(columnOf(list));
    return "%s!$%s$2:$%s$%d".formatted(PAGE, column, column, list.labels().size() + 1);
  }

  private static Optional<String> name(Values values) {
    return switch (values) {
      case Values.Things things -> things.kind();
      case Values.Codes codes -> Optional.of(CODES + codes.scheme());
      case Values.Classes _ -> Optional.of(CLASSES);
      case Values.Relations _ -> Optional.of(RELATIONS);
      case Values.Typed typed ->
          typed.type().equals(XSDDatatype.XSDboolean) ? Optional.of(TRUTH) : Optional.empty();
      case Values.Text _,
          Values.TextOfOpEd _,
          Values.Parts _,
          Values.Names _,
          Values.Addresses _,
          Values.Terms _ ->
          Optional.empty();
    };
  }

  private static Map<String, String> labelled(Iterable<String> names, Vocabulary vocabulary) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String name : names) {
      labels.put(
          name,
          vocabulary
              .property(name)
              .or(() -> vocabulary.classNamed(name))
              .flatMap(vocabulary::label)
              .orElse(""));
    }
    return labels;
  }
}
