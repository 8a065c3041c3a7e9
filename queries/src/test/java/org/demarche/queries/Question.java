package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.demarche.ontology.Namespaces;

/**
 * A query in a file of its own, with the answer worked out by hand in a CSV file beside it. The
 * order of rows counts where the query asks for one.
 *
 * @param query as it stands in the file
 * @param answer lines of CSV, in which things stand without their namespace: {@code actor/japan}
 */
record Question(Query query, List<String> answer) {
  Question {
    answer = List.copyOf(answer);
  }

  /**
   * The question of a name.
   *
   * @param name path of both files, without their endings, from the folder of this package
   */
  static Question of(String name) {
    return new Question(QueryFactory.create(text(name + ".rq")), lines(name + ".csv"));
  }

  /** Asks the graph, and holds what comes back against the answer. */
  void isAnsweredByTheGraph() {
    isAnsweredBy(OpEdGraph.select(query));
  }

  /**
   * Holds against the answer what came back.
   *
   * @param lines of SPARQL's CSV
   */
  void isAnsweredBy(List<String> lines) {
    List<String> given = lines.stream().map(line -> line.replace(Namespaces.ID, "")).toList();
    assertThat(given).startsWith(answer.getFirst());
    if (query.hasOrderBy()) {
      assertThat(given).containsExactlyElementsOf(answer);
    } else {
      assertThat(given).containsExactlyInAnyOrderElementsOf(answer);
    }
  }

  /** The lines of a file below the folder of this package. */
  static List<String> lines(String file) {
    return text(file).lines().toList();
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(Question.class.getResourceAsStream(file), () -> "no file " + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
