package org.demarche.load;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIx;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDF;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.demarche.validate.Place;

/**
 * Jena's parsing with all checks on, remembering where the last triple stood. Jena hands line and
 * column to the profile, and not to the stream of triples.
 */
final class PlacedProfile extends ParserProfileStd {
  private long lastLine = 1;
  private long lastColumn = 1;

  PlacedProfile(FactoryRDF factory, ErrorHandler errors, IRIxResolver resolver) {
    super(factory, errors, resolver, PrefixMapFactory.create(), ARQ.getContext(), true, true);
  }

  Place lastPlace(String file) {
    return new Place(file, lastLine, lastColumn);
  }

  @Override
  public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
    moveTo(line, column);
    return super.createTriple(subject, predicate, object, line, column);
  }

  @Override
  public Quad createQuad(
      Node graph, Node subject, Node predicate, Node object, long line, long column) {
    moveTo(line, column);
    return super.createQuad(graph, subject, predicate, object, line, column);
  }

  /** RDF/XML's parser makes its triples by itself, and tells only where their terms stand. */
  @Override
  public Node createURI(IRIx iri, long line, long column) {
    moveTo(line, column);
    return super.createURI(iri, line, column);
  }

  @Override
  public Node createStringLiteral(String text, long line, long column) {
    moveTo(line, column);
    return super.createStringLiteral(text, line, column);
  }

  @Override
  public Node createTypedLiteral(String text, RDFDatatype type, long line, long column) {
    moveTo(line, column);
    return super.createTypedLiteral(text, type, line, column);
  }

  @Override
  public Node createLangLiteral(String text, String language, long line, long column) {
    moveTo(line, column);
    return super.createLangLiteral(text, language, line, column);
  }

  /** Jena reads {@code <_:x>} as a blank node, which would be one and the same in all files. */
  @Override
  public Node createURI(String iri, long line, long column) {
    if (iri.startsWith("_:")) {
      getErrorHandler().error("Bad IRI: <" + iri + ">", line, column);
    }
    return super.createURI(iri, line, column);
  }

  private void moveTo(long line, long column) {
    lastLine = line;
    lastColumn = column;
  }
}
