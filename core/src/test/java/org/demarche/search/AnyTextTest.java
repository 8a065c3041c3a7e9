package org.demarche.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text that a person or machine may send does harm. */
@TestInstance(Lifecycle.PER_CLASS)
class AnyTextTest {
  @AutoClose private final KnowledgeGraph graph = LookUps.graph();

  static Stream<String> texts() {
    return Stream.of(
        "",
        " ",
        "*",
        "?",
        "**",
        "\"",
        "GSOMIA AND",
        "OR NOT (",
        "title:foo^9 ~2 [a TO b} && || ! \\",
        "/(a+)+$/",
        "\uD800",
        "\uDC00Japan\uD800",
        "🇰🇷 🇯🇵 😀",
        "\u202EnapaJ\u202C \u200F",
        "\u0000\u0007\uFFFF",
        "Japan\u0000",
        "e\u0301\u0301\u0301\u0301\u0301",
        "日本".repeat(5_000),
        "a".repeat(10_000),
        "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(200),
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa~2",
        "ㅁㅜㄴㅈㅐㅇㅣㄴ",
        "<script>alert(1)</script>",
        "'; DROP GRAPH <x>; --");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void any_text_is_answered_and_soon(String text) {
    try (Snapshot snapshot = graph.snapshot()) {
      assertTimeout(
          Duration.ofSeconds(5),
          () -> {
            snapshot.suggest(Search.of(text, 8));
            for (Hit hit : snapshot.search(Search.of(text, 10)).best()) {
              String whole =
                  snapshot.marked(hit.text(), Search.of(text, 1)).stream()
                      .map(Marked::text)
                      .collect(Collectors.joining());
              assertThat(whole).isEqualTo(Analysis.normalized(hit.text()));
            }
          });
    }
  }

  @Test
  void no_text_at_random_fails() {
    Random random = new Random(42);
    try (Snapshot snapshot = graph.snapshot()) {
      for (int i = 0; i < 300; i++) {
        String text =
            IntStream.range(0, random.nextInt(30))
                .map(_ -> random.nextInt(Character.MAX_CODE_POINT))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertThatCode(() -> snapshot.search(Search.of(text, 3))).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void nothing_is_found_for_signs_alone() {
    try (Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.search(Search.of(" *?!\"", 10)).best()).isEmpty();
    }
  }

  @Test
  void what_answers_is_marked_in_the_text_as_it_was_written() {
    try (Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.marked("Japan's export controls", Search.of("export control", 1)))
          .containsExactly(
              new Marked("Japan's ", false),
              new Marked("export", true),
              new Marked(" ", false),
              new Marked("controls", true));
      assertThat(snapshot.marked("日韓基本条約", Search.of("日韓", 1)))
          .containsExactly(new Marked("日韓", true), new Marked("基本条約", false));
      assertThat(snapshot.marked("Carnegie Endowment", Search.of("Carneige", 1)))
          .first()
          .isEqualTo(new Marked("Carnegie", true));
    }
  }

  @Test
  void what_is_being_typed_is_completed() {
    try (Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.suggest(Search.of("문ㅈ", 8))).extracting(Hit::text).contains("문재인");
      assertThat(snapshot.suggest(Search.of("mo", 3)))
          .extracting(Hit::text)
          .startsWith("Moon Jae-in");
      assertThat(snapshot.suggest(Search.of("export cont", 1)))
          .extracting(Hit::text)
          .containsExactly("Japan's export controls on South Korea");
      assertThat(snapshot.suggest(Search.of("日", 8))).extracting(Hit::text).startsWith("日本");
    }
  }

  @Test
  void things_are_counted_by_kind_and_cut_by_kind() {
    try (Snapshot snapshot = graph.snapshot()) {
      Hits all = snapshot.search(Search.of("Japan", 2));

      assertThat(all.counts().get("statement")).isGreaterThan(2);
      assertThat(all.best().stream().filter(hit -> hit.kind().equals("statement"))).hasSize(2);
      assertThat(all.total())
          .isEqualTo(all.counts().values().stream().mapToLong(Long::longValue).sum());
      assertThat(snapshot.search(new Search("Japan", Optional.of("place"), 5)).best()).isEmpty();
    }
  }

  @Test
  void a_note_is_found_too_but_names_come_first() {
    try (Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.search(Search.of("not legally binding", 10)).best())
          .anySatisfy(
              hit -> {
                assertThat(hit.wording()).isEqualTo(Wording.NOTE);
                assertThat(hit.thing().getURI()).endsWith("/agreement/tisa-2014");
              });
    }
  }
}
