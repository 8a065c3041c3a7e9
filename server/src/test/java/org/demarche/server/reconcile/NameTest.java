package org.demarche.server.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NameTest {

  @ParameterizedTest
  @CsvSource({
    "Moon Jae-in, MOON JAE IN",
    "Moon Jae-in, ｍｏｏｎ ｊａｅ－ｉｎ",
    "Élysée, elysee",
    "Democratic People’s Republic, democratic peoples republic",
    "カーネギー国際平和財団, ｶｰﾈｷﾞｰ 国際平和財団",
    "マーク・エスパー, マークエスパー",
    "미 국무부, 미국무부"
  })
  void names_that_differ_in_how_they_are_written_are_the_same(String one, String other) {
    assertThat(Name.of(one).squeezed()).isEqualTo(Name.of(other).squeezed());
    assertThat(Similarity.of(Name.of(one), Name.of(other), false)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"か, が", "ハ, パ", "North Korea, South Korea", "문, 분"})
  void letters_that_mean_something_else_stay_apart(String one, String other) {
    assertThat(Name.of(one).squeezed()).isNotEqualTo(Name.of(other).squeezed());
  }

  @ParameterizedTest
  @CsvSource({
    "Jae-in Moon, Moon Jae-in, 0.9",
    "Moon Jea-in, Moon Jae-in, 0.75",
    "US, United States, 0.9",
    "ROK, Republic of Korea, 0.9",
    "World Trade Organisation, World Trade Organization, 0.9"
  })
  void names_that_are_nearly_the_same_are_much_alike(String one, String other, double least) {
    assertThat(alike(one, other)).isBetween(least, 0.99);
  }

  @ParameterizedTest
  @CsvSource({
    "North Korea, South Korea",
    "Article 5 of the treaty, Article 6 of the treaty",
    "us, United States",
    "Grand Duchy of Zubrowka, Republic of Korea",
    "…, South Korea"
  })
  void names_of_different_things_are_less_alike_than_a_match(String one, String other) {
    assertThat(alike(one, other)).isLessThan(0.9);
  }

  @Test
  void a_name_of_punctuation_has_no_words() {
    assertThat(Name.of("·–!").isEmpty()).isTrue();
    assertThat(Name.of("").keys()).isEmpty();
  }

  private static double alike(String one, String other) {
    return Similarity.of(Name.of(one), Name.of(other), Name.isAbbreviation(one));
  }
}
