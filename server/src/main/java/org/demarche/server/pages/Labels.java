package org.demarche.server.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/**
 * The names of things, in the language that a reader likes best, each looked up once. Belongs to
 * the thread that the dataset belongs to.
 */
public final class Labels {
  private static final List<Node> PROPERTIES =
      List.of(RDFS.Nodes.label, SKOS.prefLabel.asNode(), DCTerms.title.asNode());

  private static final String STATEMENT = Namespaces.ID + "statement/";
  private static final Node DENIED = NodeFactory.createURI(Namespaces.CODE + "polarity/denied");

  /** So many names of one thing are looked at. */
  private static final int MOST = 100;

  private final DatasetGraph dataset;
  private final List<String> languages;
  private final Map<Node, Label> known = new HashMap<>();

  /**
   * @param dataset that holds the names
   * @param languages the wanted ones, the best first; after them comes English
   */
  public Labels(DatasetGraph dataset, List<String> languages) {
    this.dataset = dataset;
    this.languages = List.copyOf(languages);
  }

  /** Where the names are from. */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** The wanted languages. */
  public List<String> languages() {
    return languages;
  }

  /**
   * The languages of a request, the best first.
   *
   * @param asked by name, {@code ko}; may be empty
   * @param header {@code Accept-Language}; may be empty
   */
  public static List<String> languages(String asked, String header) {
    if (!asked.isEmpty()) {
      return List.of(asked.toLowerCase(Locale.ROOT));
    }
    try {
      return header.isBlank()
          ? List.of()
          : Locale.LanguageRange.parse(header).stream()
              .filter(range -> range.getWeight() > 0)
              .map(range -> range.getRange().replaceFirst("-.*", ""))
              .distinct()
              .toList();
    } catch (IllegalArgumentException malformed) {
      // A header that can't be read is none, as with Accept.
      return List.of();
    }
  }

  /**
   * The name of a thing; where it has none, its IRI in short. A literal names itself. That of a
   * statement that denies its proposition says so.
   */
  public Label of(Node node) {
    if (node.isLiteral()) {
      return new Label(node.getLiteralLexicalForm(), node.getLiteralLanguage());
    }
    Label found = known.get(node);
    if (found == null) {
      found = isDenied(node) ? denied(lookedUp(node)) : lookedUp(node);
      known.put(node, found);
    }
    return found;
  }

  /** The words of a statement say its proposition, so whoever reads them has to be told. */
  private boolean isDenied(Node node) {
    return node.isURI()
        && node.getURI().startsWith(STATEMENT)
        && dataset.contains(Node.ANY, node, Dem.polarity, DENIED);
  }

  private static Label denied(Label words) {
    return new Label(words.text() + " (denied)", words.language());
  }

  private Label lookedUp(Node node) {
    return PROPERTIES.stream()
        .map(property -> best(all(node, property)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> unnamed(node));
  }

  /** The graph of an op-ed is called like it; other graphs by the last part of their IRI. */
  private Label unnamed(Node node) {
    if (!node.isURI() || !node.getURI().startsWith(Namespaces.GRAPH)) {
      return new Label(Links.name(node), "");
    }
    String graph = node.getURI().substring(Namespaces.GRAPH.length());
    return graph.startsWith("op-ed/")
        ? of(NodeFactory.createURI(Namespaces.ID + graph))
        : new Label(graph, "");
  }

  /** All that a thing is called by one property, by language and text. */
  public List<Label> all(Node thing, Node property) {
    return Iter.asStream(dataset.find(Node.ANY, thing, property, Node.ANY))
        .limit(MOST)
        .map(Quad::getObject)
        .filter(name -> name.isLiteral() && !name.getLiteralLexicalForm().isBlank())
        .map(name -> new Label(name.getLiteralLexicalForm(), name.getLiteralLanguage()))
        .distinct()
        .sorted(Comparator.comparing(Label::language).thenComparing(Label::text))
        .toList();
  }

  private Optional<Label> best(List<Label> labels) {
    return labels.stream().min(Comparator.comparingInt(label -> rank(label.language())));
  }

  private int rank(String language) {
    String main = language.toLowerCase(Locale.ROOT).replaceFirst("-.*", "");
    int wanted = languages.indexOf(main);
    if (wanted >= 0) {
      return wanted;
    }
    return languages.size() + (main.equals("en") ? 0 : main.isEmpty() ? 1 : 2);
  }
}
