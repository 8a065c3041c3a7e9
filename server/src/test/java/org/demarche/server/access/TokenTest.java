package org.demarche.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenTest {

  @Test
  void matches_itself_only() {
    Token token = new Token("s3cret");

    assertThat(token.matches("s3cret")).isTrue();
    assertThat(token.matches("s3creT")).isFalse();
    assertThat(token.matches("s3cret2")).isFalse();
    assertThat(token.matches("")).isFalse();
  }

  @Test
  void is_not_printed() {
    assertThat(new Token("s3cret")).hasToString("Token[…]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "line\n", "=x", "비밀"})
  void what_a_header_cannot_carry_is_refused_without_being_shown(String secret) {
    assertThatThrownBy(() -> new Token(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A token has letters, digits and - . _ ~ + / only, and = at its end, so that it can be"
                + " sent in a header. Another text was given.");
  }
}
