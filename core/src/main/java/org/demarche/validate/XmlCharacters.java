package org.demarche.validate;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Looks for characters that no document in XML can hold, not even escaped: <a
 * href="https://www.w3.org/TR/xml/#charsets">XML 1.0, section 2.2</a>. With one of them in the
 * graph, RDF/XML and the results of queries in XML could not be written any more.
 */
final class XmlCharacters implements Check {
  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedTriples()
        .filter(coded -> coded.triple().getObject().isLiteral())
        .flatMap(
            coded ->
                coded
                    .triple()
                    .getObject()
                    .getLiteralLexicalForm()
                    .codePoints()
                    .filter(character -> !isOfXml(character))
                    .limit(1)
                    .mapToObj(character -> fault(coded, character)));
  }

  private static Finding fault(Examination.Coded coded, int character) {
    Node property = coded.triple().getPredicate();
    return coded.fault(
        "%s holds a character that XML can't have: U+%04X."
            .formatted(ShortName.of(property), character),
        "Leave it out.");
  }

  /** A surrogate counts when it is alone: two that belong together are one code point. */
  private static boolean isOfXml(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character < 0xD800)
        || (character >= 0xE000 && character < 0xFFFE)
        || character >= 0x10000;
  }
}
