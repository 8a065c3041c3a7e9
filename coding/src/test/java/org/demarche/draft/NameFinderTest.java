package org.demarche.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NameFinderTest {

  @ParameterizedTest
  @CsvFileSource(resources = "mentions.csv", numLinesToSkip = 1)
  void names_are_found_in_three_languages_the_longest_first(String text, String found) {
    assertThat(found(text)).isEqualTo(found == null ? "" : found);
  }

  @Test
  void a_part_of_a_name_stands_for_a_person_only_where_the_whole_name_is_there_too() {
    Sentence whole = sentence("Joko Hadi came.");
    Sentence part = sentence("Hadi left.");

    assertThat(finder(whole, part).in(part))
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.decided()).map(Known::reference).contains("actor/joko-hadi");
              assertThat(mention.question()).contains("Hadi: short for actor/joko-hadi?");
            });
    assertThat(finder(part).in(part)).isEmpty();
  }

  @Test
  void a_capital_is_left_to_the_coder_and_so_is_a_name_of_two() {
    Sentence sentence = sentence("Canberra heard the Korean answer in Jakarta.");

    assertThat(finder(sentence).in(sentence))
        .allSatisfy(mention -> assertThat(mention.decided()).isEmpty())
        .extracting(mention -> mention.question().orElse(""))
        .containsExactly(
            "Canberra: place or government?",
            "Korean: actor/south-korea or actor/north-korea?",
            "Jakarta: place or government?");
  }

  private static String found(String text) {
    Sentence sentence = sentence(text);
    return finder(sentence).in(sentence).stream()
        .map(
            mention ->
                mention.text()
                    + "="
                    + mention.readings().stream()
                        .map(Known::reference)
                        .sorted()
                        .collect(Collectors.joining("|")))
        .collect(Collectors.joining(" + "));
  }

  private static NameFinder finder(Sentence... sentences) {
    return NameFinder.of(Examples.NAMES, List.of(sentences));
  }

  private static Sentence sentence(String text) {
    return Sentences.of(text, "en").getFirst();
  }
}
