package org.demarche.server.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemTest {

  @Test
  void is_written_as_problem_details() {
    Problem problem =
        Problem.of(400, "Not \"so\": 한글.")
            .with("line", 3)
            .with("hint", "a")
            .with("offered", List.of("x", "y"));

    JsonObject json = JSON.parse(problem.json());

    assertThat(json.keys()).containsExactly("title", "status", "detail", "line", "hint", "offered");
    assertThat(json.getString("title")).isEqualTo("Bad Request");
    assertThat(json.getNumber("status").intValue()).isEqualTo(400);
    assertThat(json.getString("detail")).isEqualTo("Not \"so\": 한글.");
    assertThat(json.getNumber("line").intValue()).isEqualTo(3);
    assertThat(json.getArray("offered")).hasSize(2);
  }

  @Test
  void is_written_as_its_sentences_where_text_is_wanted() {
    assertThat(Problem.of(404, "Nothing is here.").with("line", 1).text())
        .isEqualTo("Nothing is here.\n");
  }

  @Test
  void is_never_a_success() {
    assertThatThrownBy(() -> Problem.of(200, "Well done."))
        .hasMessage("200 is not the status of an error");
  }

  @Test
  void an_error_told_on_purpose_keeps_its_words_and_gets_the_status_of_its_category() {
    assertThat(told(ErrorCategory.BAD_INPUT)).isEqualTo(Problem.of(400, "Told."));
    assertThat(told(ErrorCategory.REFUSED)).isEqualTo(Problem.of(422, "Told."));
    assertThat(told(ErrorCategory.BUSY).status()).isEqualTo(503);
    assertThat(told(ErrorCategory.BUSY).headers()).containsEntry("Retry-After", "5");
  }

  @Test
  void an_unexpected_failure_is_told_by_a_reference_only() {
    Problem problem = Problems.of(new IllegalStateException("secret path"), "GET /x");

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.detail())
        .matches(
            "Something went wrong in the server\\. It was logged under the reference [0-9a-f]{8};"
                + " please give it when you report this\\.");
    assertThat(problem.json()).doesNotContain("secret path", "IllegalStateException");
    assertThat(told(ErrorCategory.INTERNAL).detail()).doesNotContain("Told.");
  }

  private static Problem told(ErrorCategory category) {
    return Problems.of(new DemarcheException(category, "Told."), "GET /x");
  }
}
