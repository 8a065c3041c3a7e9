package org.demarche.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Talks failed. They resume on Nov. 15.             | 2
          The U.S. Department of State said no.             | 1
          It was said in the U.S. The answer came late.     | 2
          Mr. Abe met Gen. Dunford in St. Petersburg.       | 1
          "We will see." That was all. Nobody asked.        | 3
          It cost $1.5 billion. Was it worth it? No.        | 3
          Two boats lie at the quay. © Reuters              | 1
          회담이 끝났다. 아직 합의는 없다.                       | 2
          会談は終わった。合意はまだない。「残念だ」と彼は言った。 | 3
          """)
  void abbreviations_and_credits_end_no_sentence(String paragraph, int sentences) {
    assertThat(Sentences.of(paragraph.strip(), "en")).hasSize(sentences);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          회담이 끝났다.           | en | ko
          会談は終わった。         | en | ja
          Talks have ended.   | ko | en
          GSOMIA를 연장해야 한다.  | en | ko
          日韓首脳会談           | ja | ja
          """)
  void the_letters_of_a_sentence_tell_its_language(String text, String usual, String language) {
    assertThat(Sentences.of(text, usual)).extracting(Sentence::language).containsExactly(language);
  }
}
