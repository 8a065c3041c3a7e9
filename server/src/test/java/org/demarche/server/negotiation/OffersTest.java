package org.demarche.server.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OffersTest {
  private static final Offers<String> OFFERS =
      Offers.of(Offer.of("text/turtle", "ttl", "Turtle"))
          .or(Offer.of("application/ld+json", "jsonld", "JSON-LD"))
          .or(Offer.of("application/json", "JSON-LD as JSON"))
          .or(Offer.of("text/html", "html", "page"));

  @Test
  void a_client_without_a_wish_gets_the_first_offer() {
    assertThat(OFFERS.choose(new Wish(Optional.empty(), Optional.empty())).form())
        .isEqualTo("Turtle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html                                          | page
          TEXT/HTML                                          | page
          */*                                                | Turtle
          text/*                                             | Turtle
          application/*                                      | JSON-LD
          text/turtle;q=0.4, text/html;q=0.5                 | page
          text/turtle; q=0.4 , text/html ; Q=0.5             | page
          text/html, */*                                     | page
          text/html, */*;q=0.8                               | page
          text/html;q=0.1, */*;q=0.8                         | Turtle
          text/*;q=0.9, text/turtle;q=0.1                    | page
          text/turtle;q=0, */*                               | JSON-LD
          application/ld+json;profile="a,b;q=0"              | JSON-LD
          application/ld+json;profile="a\\",b", text/x       | JSON-LD
          text/html;level=1                                  | page
          image/png, application/json;q=0.001                | JSON-LD as JSON
          nonsense, text/html                                | page
          nonsense                                           | Turtle
          text/html;q=much, application/json;q=0.2           | JSON-LD as JSON
          text/html;q=2, application/json;q=0.2              | JSON-LD as JSON
          ,,text/html,,                                      | page
          """)
  void the_accept_header_decides_by_weight_then_closeness_then_order(String accept, String form) {
    assertThat(OFFERS.choose(new Wish(Optional.empty(), Optional.of(accept))).form())
        .isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonld", "JSONLD", "application/ld+json"})
  void a_format_overrides_the_accept_header(String format) {
    assertThat(OFFERS.choose(new Wish(Optional.of(format), Optional.of("text/html"))).form())
        .isEqualTo("JSON-LD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/turtle;q=0", "*/*;q=0", "text/html;q=0.000"})
  void a_header_that_no_offer_suits_is_refused_with_the_list_of_offers(String accept) {
    assertThatThrownBy(() -> OFFERS.choose(new Wish(Optional.empty(), Optional.of(accept))))
        .isInstanceOf(NotAcceptableException.class)
        .hasMessage(
            "None of the media types in the Accept header is offered here. Offered: text/turtle"
                + " (format=ttl), application/ld+json (format=jsonld), application/json, text/html"
                + " (format=html).");
  }

  @Test
  void an_unknown_format_is_refused_by_its_name_whatever_the_header_says() {
    assertThatThrownBy(() -> OFFERS.choose(new Wish(Optional.of("pdf"), Optional.of("*/*"))))
        .isInstanceOf(NotAcceptableException.class)
        .hasMessageStartingWith(
            "There is no format \"pdf\" here. Offered: text/turtle (format=ttl)");
  }
}
