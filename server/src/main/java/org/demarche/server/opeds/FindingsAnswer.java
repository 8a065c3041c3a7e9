package org.demarche.server.opeds;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.demarche.ErrorCategory;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.demarche.validate.Refusal;
import org.demarche.validate.ShaclReport;

/** Tells findings in RDF, as a SHACL report, to clients that ask for RDF. */
final class FindingsAnswer {
  private static final Offers<Optional<RDFFormat>> FORMS =
      Offers.of(Offer.of("application/problem+json", "json", Optional.<RDFFormat>empty()))
          .or(Offer.of("application/json", Optional.empty()))
          .or(Offer.of("text/html", "html", Optional.empty()))
          .or(Offer.of("text/plain", Optional.empty()))
          .or(Offer.of("text/turtle", "ttl", Optional.of(RDFFormat.TURTLE_PRETTY)))
          .or(Offer.of("application/ld+json", "jsonld", Optional.of(RDFFormat.JSONLD_PRETTY)))
          .or(Offer.of("application/n-triples", "nt", Optional.of(RDFFormat.NTRIPLES_UTF8)))
          .or(Offer.of("application/rdf+xml", "rdf", Optional.of(RDFFormat.RDFXML_PLAIN)));

  private FindingsAnswer() {}

  /** A change that may be refused. */
  interface Attempt {
    void make() throws IOException;
  }

  /**
   * Makes a change, and tells of its refusal.
   *
   * @throws Refusal as the change did, for a client that asks for another form than RDF
   * @throws IOException as the change did
   */
  static void ofRefused(Context context, Attempt attempt) throws IOException {
    try {
      attempt.make();
    } catch (Refusal refused) {
      Optional<Offer<Optional<RDFFormat>>> form =
          FORMS.find(Wish.of(context.req())).filter(offer -> offer.form().isPresent());
      if (form.isEmpty()) {
        throw refused;
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      RDFWriter.source(ShaclReport.of(refused.findings()))
          .format(form.get().form().orElseThrow())
          .output(body);
      context
          .status(refused.category() == ErrorCategory.BAD_INPUT ? 400 : 422)
          .contentType(form.get().contentType())
          .header("Cache-Control", "no-store")
          .result(body.toByteArray());
    }
  }
}
