package org.demarche.server.description;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.riot.RDFFormat;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;

/** The forms in which descriptions are written: small ones, as people read them too. */
final class Forms {
  private static final Offers<RDFFormat> RDF =
      Offers.of(Offer.of("text/turtle", "ttl", RDFFormat.TURTLE_PRETTY))
          .or(Offer.of("application/ld+json", "jsonld", RDFFormat.JSONLD_PRETTY))
          .or(Offer.of("application/n-triples", "nt", RDFFormat.NTRIPLES_UTF8))
          .or(Offer.of("application/rdf+xml", "rdf", RDFFormat.RDFXML_PLAIN));

  /** What people ask for, and clients that want the result of a query. */
  private static final Offers<Boolean> RDF_OR_NOT =
      Offers.of(Offer.of("text/turtle", "ttl", true))
          .or(Offer.of("application/ld+json", "jsonld", true))
          .or(Offer.of("application/n-triples", "nt", true))
          .or(Offer.of("application/rdf+xml", "rdf", true))
          .or(Offer.of("text/html", false))
          .or(Offer.of("text/plain", false))
          .or(Offer.of("application/sparql-results+json", false))
          .or(Offer.of("application/sparql-results+xml", false));

  private Forms() {}

  /**
   * The form that suits a client.
   *
   * @throws org.demarche.server.negotiation.NotAcceptableException when none does
   */
  static Offer<RDFFormat> choose(Wish wish) {
    return RDF.choose(wish);
  }

  /** Whether the client likes a page, or the result of a query, better than RDF. */
  static boolean isForNoRdf(Wish wish) {
    return RDF_OR_NOT.find(wish).map(Offer::form).map(rdf -> !rdf).orElse(false);
  }

  /** Tags the answer, and says whether the client has it already, so that nothing is to follow. */
  static boolean isKnown(
      long commit,
      Offer<RDFFormat> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    return EntityTag.of(commit, form.mediaType(), "").settles(request, response);
  }

  /**
   * Answers with what was written in a form.
   *
   * @throws IOException when the client has left
   */
  static void write(byte[] body, Offer<RDFFormat> form, HttpServletResponse response)
      throws IOException {
    response.setStatus(200);
    response.setContentType(form.contentType());
    response.setContentLength(body.length);
    response.setHeader("Cache-Control", "no-cache");
    response.getOutputStream().write(body);
  }
}
