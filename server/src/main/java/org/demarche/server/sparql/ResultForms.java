package org.demarche.server.sparql;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;

/** The forms in which results can be written, what most clients want first. */
final class ResultForms {
  /** Of {@code SELECT} and {@code ASK}: the recommendations of SPARQL 1.1 and 1.2 on results. */
  static final Offers<Lang> TABLE =
      Offers.of(Offer.of("application/sparql-results+json", "json", ResultSetLang.RS_JSON))
          .or(Offer.of("application/json", ResultSetLang.RS_JSON))
          .or(Offer.of("application/sparql-results+xml", "xml", ResultSetLang.RS_XML))
          .or(Offer.of("application/xml", ResultSetLang.RS_XML))
          .or(Offer.of("text/csv", "csv", ResultSetLang.RS_CSV))
          .or(Offer.of("text/tab-separated-values", "tsv", ResultSetLang.RS_TSV));

  /**
   * Of one graph. The second names are SPARQLWrapper's, which puts {@code format} into every URL by
   * itself.
   */
  static final Offers<Lang> GRAPH =
      Offers.of(new Offer<>("text/turtle", List.of("ttl", "turtle"), Lang.TURTLE))
          .or(Offer.of("application/n-triples", "nt", Lang.NTRIPLES))
          .or(new Offer<>("application/ld+json", List.of("jsonld", "json-ld"), Lang.JSONLD))
          .or(new Offer<>("application/rdf+xml", List.of("rdf", "rdf+xml", "xml"), Lang.RDFXML))
          .or(Offer.of("application/trig", "trig", Lang.TRIG))
          .or(Offer.of("application/n-quads", "nq", Lang.NQUADS));

  private ResultForms() {}

  /** The forms for the result of a query. */
  static Offers<Lang> of(Query query) {
    return query.isConstructType() || query.isDescribeType() ? GRAPH : TABLE;
  }
}
