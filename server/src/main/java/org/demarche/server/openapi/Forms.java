package org.demarche.server.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.server.negotiation.Offer;

/** The forms of answers, and how one is asked for. */
final class Forms {
  private static final List<String> RDF =
      List.of("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml");

  private Forms() {}

  /** The parameter {@code format}, by the offers of a resource. */
  static Parameter parameter(List<? extends Offer<?>> offers) {
    return parameter(
        offers.stream().flatMap(offer -> offer.formats().stream().limit(1)).toArray(String[]::new));
  }

  /** The parameter {@code format}, by its values. */
  static Parameter parameter(String... values) {
    return new Parameter()
        .name("format")
        .in("query")
        .description("The form of the answer, whatever `Accept` says")
        .schema(Schemas.oneOf(Stream.of(values).distinct().toList()));
  }

  /** An answer that is text, in any of some media types. */
  static Content text(String... mediaTypes) {
    Content content = new Content();
    for (String mediaType : mediaTypes) {
      content.addMediaType(mediaType, new MediaType().schema(Schemas.text()));
    }
    return content;
  }

  /** A table in some forms; JSON by its schema, the others as text. */
  static Content tables(List<? extends Offer<?>> offers, JsonSchema rows) {
    Content content = new Content();
    for (Offer<?> offer : offers) {
      boolean json = offer.mediaType().endsWith("json");
      content.addMediaType(offer.mediaType(), new MediaType().schema(json ? rows : Schemas.text()));
    }
    return content;
  }

  /** A graph in some forms. */
  static Content graphs(List<? extends Offer<?>> offers) {
    return rdf(offers.stream().map(Offer::mediaType).toList());
  }

  /** Whether a form can't name the graph that it holds. */
  static boolean isOfOneGraph(Offer<?> offer) {
    return RDF.contains(offer.mediaType());
  }

  /** A graph in some media types; JSON-LD is an object or a list of them. */
  static Content rdf(List<String> mediaTypes) {
    Content content = new Content();
    for (String mediaType : mediaTypes) {
      boolean json = mediaType.endsWith("json");
      content.addMediaType(
          mediaType, new MediaType().schema(json ? Schemas.objects() : Schemas.text()));
    }
    return content;
  }

  /** The description of the dataset. */
  static Content description() {
    return rdf(RDF);
  }

  static Content json(JsonSchema schema) {
    return new Content().addMediaType("application/json", new MediaType().schema(schema));
  }
}
