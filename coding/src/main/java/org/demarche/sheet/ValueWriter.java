package org.demarche.sheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.ShortName;

/**
 * Writes terms of RDF as values of cells, as shortly as they can be read back: what it writes, the
 * reader takes for the same term.
 *
 * @param reader of the same op-ed
 */
record ValueWriter(ValueReader reader) {
  private static final Pattern UNSEEN = Pattern.compile("[\\u00A0\\u200B\\u2060\\uFEFF]");

  /** How a term stands in a column; empty where it can't. */
  Optional<String> write(Column column, Node term) {
    return candidates(column.values(), term)
        .filter(value -> value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'))
        .filter(value -> CellText.seen(value).equals(value))
        .map(column::escaped)
        .filter(value -> column.split(value).equals(List.of(unescaped(column, value))))
        .filter(value -> isRead(column, value, term))
        .findFirst();
  }

  private boolean isRead(Column column, String value, Node term) {
    return reader.read(column.values(), unescaped(column, value)) instanceof Reading.Term read
        && read.node().equals(term);
  }

  private static String unescaped(Column column, String value) {
    List<String> values = column.split(value);
    return values.size() == 1 ? values.getFirst() : "";
  }

  private Stream<String> candidates(Values values, Node term) {
    return switch (values) {
      case Values.Text _, Values.TextOfOpEd _, Values.Typed _ -> lexical(term);
      case Values.Things things ->
          Stream.concat(
              things.kind().stream().flatMap(kind -> below(Namespaces.ID + kind + "/", term)),
              named(term));
      case Values.Parts parts ->
          Stream.concat(
              below(Namespaces.ID + parts.kind() + "/" + reader.opEd() + "/", term), named(term));
      case Values.Codes codes -> below(Namespaces.CODE + codes.scheme() + "/", term);
      case Values.Classes _, Values.Relations _ ->
          term.isURI() ? Stream.of(Vocabulary.shortName(term)) : Stream.empty();
      case Values.Names _ -> Stream.empty();
      case Values.Addresses addresses ->
          term.isURI()
              ? Stream.concat(below(addresses.prefix(), term), Stream.of(term.getURI()))
              : Stream.empty();
      case Values.Terms _ -> Stream.concat(Stream.concat(lexical(term), named(term)), exact(term));
    };
  }

  private static Stream<String> lexical(Node term) {
    return term.isLiteral() ? Stream.of(term.getLiteralLexicalForm()) : Stream.empty();
  }

  private static Stream<String> below(String namespace, Node term) {
    return term.isURI() && term.getURI().startsWith(namespace)
        ? Stream.of(term.getURI().substring(namespace.length()))
        : Stream.empty();
  }

  private static Stream<String> named(Node term) {
    return term.isURI()
        ? Stream.concat(below(Namespaces.ID, term), Stream.of(ShortName.of(term)))
        : Stream.empty();
  }

  /** Also escapes what is left out when a cell is read. */
  private static String turtle(Node literal) {
    return UNSEEN
        .matcher(NodeFmtLib.strNT(literal))
        .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
  }

  private static Stream<String> exact(Node term) {
    if (!term.isLiteral()) {
      return Stream.empty();
    }
    String type = term.getLiteralDatatypeURI();
    return type.startsWith(XSDDatatype.XSD + "#") && !type.equals(XSDDatatype.XSDstring.getURI())
        ? Stream.of(
            turtle(NodeFactory.createLiteralString(term.getLiteralLexicalForm()))
                + "^^xsd:"
                + type.substring(XSDDatatype.XSD.length() + 1),
            turtle(term))
        : Stream.of(turtle(term));
  }
}
