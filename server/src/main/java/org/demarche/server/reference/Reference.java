package org.demarche.server.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.demarche.server.pictures.Tree;
import org.demarche.server.pictures.TreeDrawing;

/**
 * What the page shows.
 *
 * @param commit the number of the commit that it is made from
 * @param header what the ontology says of itself
 * @param classes as trees
 * @param diagram of the classes, as an {@code svg} element; empty where there is none
 * @param network of the classes and the properties between them, likewise
 * @param themes the terms
 * @param codes the coder's manual: the schemes of {@code graph:codes}
 * @param otherCodings schemes of {@code graph:ontology}, to which terms are aligned
 * @param vocabularies what others have named
 * @param anchors where terms and codes stand, so that texts can lead there
 */
public record Reference(
    long commit,
    Header header,
    List<Tree> classes,
    Optional<String> diagram,
    Optional<String> network,
    List<Theme> themes,
    List<Scheme> codes,
    List<Scheme> otherCodings,
    List<Vocabulary> vocabularies,
    Set<String> anchors) {
  private static final Pattern NAME = Pattern.compile("\\b(dem|code):([A-Za-z][\\w/-]*\\w)");

  /** Copies the lists. */
  public Reference {
    classes = List.copyOf(classes);
    themes = List.copyOf(themes);
    codes = List.copyOf(codes);
    otherCodings = List.copyOf(otherCodings);
    vocabularies = List.copyOf(vocabularies);
    anchors = Set.copyOf(anchors);
  }

  static Reference of(long commit, Sources sources) {
    TermReader terms = new TermReader(sources);
    List<Node> classes = terms.classes();
    List<Tree> trees = ClassTree.of(sources.ontology(), classes);
    List<Theme> themes = terms.themes();
    List<Scheme> codes = new CodeReader(sources.codes(), sources).schemes();
    List<Scheme> otherCodings = new CodeReader(sources.ontology(), sources).schemes();
    return new Reference(
        commit,
        Header.of(sources.ontology()),
        trees,
        Optional.of(trees).filter(it -> !it.isEmpty()).map(it -> diagram(it, classes.size())),
        ClassNetwork.of(sources.ontology(), classes),
        themes,
        codes,
        otherCodings,
        Vocabulary.of(sources),
        anchors(themes, Stream.concat(codes.stream(), otherCodings.stream()).toList()));
  }

  private static String diagram(List<Tree> trees, int count) {
    return TreeDrawing.of(
        trees,
        "The classes",
        "%d classes, each under the one that it is a kind of. The list below says the same."
            .formatted(count));
  }

  /** How many classes there are. */
  public long classCount() {
    return terms().filter(term -> term.kind().equals("class")).count();
  }

  /** How many other terms there are. */
  public long propertyCount() {
    return terms().filter(term -> !term.kind().equals("class")).count();
  }

  /** How many codes there are in the manual. */
  public long codeCount() {
    return codes.stream().mapToLong(scheme -> scheme.codes().size()).sum();
  }

  /** A text in parts, where names of terms and codes lead to them. */
  public List<Link> linked(Text text) {
    List<Link> parts = new ArrayList<>();
    Matcher names = NAME.matcher(text.text());
    int done = 0;
    while (names.find()) {
      String anchor =
          names.group(1).equals("dem")
              ? names.group(2)
              : "codes-" + names.group(2).replace('/', '-');
      if (anchors.contains(anchor)) {
        parts.add(Link.words(text.text().substring(done, names.start())));
        parts.add(new Link("", names.group(), Optional.of("#" + anchor)));
        done = names.end();
      }
    }
    parts.add(Link.words(text.text().substring(done)));
    return parts;
  }

  private Stream<Term> terms() {
    return themes.stream().flatMap(theme -> theme.terms().stream());
  }

  private static Set<String> anchors(List<Theme> themes, List<Scheme> schemes) {
    Set<String> anchors = new HashSet<>();
    themes.forEach(theme -> theme.terms().forEach(term -> anchors.add(term.name())));
    for (Scheme scheme : schemes) {
      anchors.add(scheme.anchor());
      scheme.codes().forEach(code -> anchors.add(code.anchor()));
    }
    return anchors;
  }
}
