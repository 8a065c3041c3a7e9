package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.entail.Entailment;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.junit.jupiter.api.Test;

/** What the ontology's README tells of its terms, and whether each term is of any use. */
class TermsInUseTest {
  private static final Path README = Path.of("../ontology/README.md");
  private static final Path QUERIES = Path.of("src");
  private static final Pattern TERM = Pattern.compile("dem:(\\w+)");
  private static final Pattern ROW =
      Pattern.compile("\\| (.*) \\| \\[(CQ\\d+)]\\(\\.\\./queries/(.*)\\) \\| (.*) \\|");

  @Test
  void the_table_has_a_row_for_each_competency_question_and_no_other() {
    assertThat(rows().map(row -> row.group(2)))
        .containsExactlyElementsOf(
            queries(file -> file.toString().contains("competency"))
                .map(file -> file.getFileName().toString().replace(".rq", ""))
                .toList());
  }

  @Test
  void each_row_tells_the_question_and_the_terms_of_its_query() {
    assertThat(rows())
        .allSatisfy(
            row -> {
              String query = read(Path.of(row.group(3)));
              assertThat(head(query)).isEqualTo("%s. %s".formatted(row.group(2), row.group(1)));
              assertThat(row.group(4).split(" "))
                  .containsExactlyInAnyOrderElementsOf(
                      terms(query).stream().map("`%s`"::formatted).toList());
            });
  }

  @Test
  void every_term_that_clients_rely_on_is_used_by_a_query_a_shape_or_a_rule() {
    Set<String> used =
        Stream.of(queries(_ -> true).map(TermsInUseTest::read), shapes(), rules())
            .flatMap(it -> it)
            .flatMap(text -> terms(text).stream())
            .collect(Collectors.toSet());

    List<String> fixed = Question.lines("fixed-terms.txt");

    assertThat(fixed).hasSizeGreaterThan(100);
    assertThat(used).containsAll(fixed);
    assertThat(read(README)).contains("Faults: none.");
  }

  @Test
  void every_term_that_clients_rely_on_is_in_the_ontology() {
    OpEdGraph.read(
        dataset ->
            assertThat(Question.lines("fixed-terms.txt"))
                .allMatch(
                    term ->
                        dataset
                            .getGraph(Graphs.ONTOLOGY)
                            .contains(
                                NodeFactory.createURI(Namespaces.DEM + term), Node.ANY, Node.ANY)));
  }

  private static Stream<MatchResult> rows() {
    return ROW.matcher(read(README)).results();
  }

  private static Stream<Path> queries(Predicate<Path> which) {
    try (Stream<Path> files = Files.walk(QUERIES)) {
      return files
          .filter(file -> file.toString().endsWith(".rq"))
          .filter(which)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each IRI in the shapes, as a prefixed name. */
  private static Stream<String> shapes() {
    return OpEdGraph.read(
        dataset ->
            dataset.getGraph(Graphs.SHAPES).stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .filter(Node::isURI)
                .map(node -> Namespaces.PREFIXES.shortForm(node.getURI()))
                .collect(Collectors.toSet())
                .stream());
  }

  private static Stream<String> rules() {
    try (var in =
        Objects.requireNonNull(Entailment.class.getResourceAsStream("entailment.rules"))) {
      return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The comment that a query begins with, as one line. */
  private static String head(String query) {
    return query
        .lines()
        .takeWhile(line -> line.startsWith("# "))
        .map(line -> line.substring(1).strip())
        .collect(Collectors.joining(" "));
  }

  /** The terms in a text, but for comments. */
  private static Set<String> terms(String text) {
    return TERM.matcher(text.replaceAll("(?m)^#.*$", ""))
        .results()
        .map(term -> term.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
