package org.demarche.server.pages;

import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;

/** The forms of what can be had as RDF and read as a page. */
public final class DocumentForms {
  /**
   * RDF, and the page, which has no format of RDF. The page comes last: whoever wants HTML says so,
   * and a script that says nothing wants data.
   */
  public static final Offers<Optional<RDFFormat>> ALL =
      Offers.of(rdf("text/turtle", "ttl", RDFFormat.TURTLE_PRETTY))
          .or(rdf("application/ld+json", "jsonld", RDFFormat.JSONLD_PRETTY))
          .or(rdf("application/n-triples", "nt", RDFFormat.NTRIPLES_UTF8))
          .or(rdf("application/rdf+xml", "rdf", RDFFormat.RDFXML_PLAIN))
          .or(Offer.of("text/html", "html", Optional.empty()));

  private DocumentForms() {}

  private static Offer<Optional<RDFFormat>> rdf(String mediaType, String format, RDFFormat form) {
    return Offer.of(mediaType, format, Optional.of(form));
  }
}
