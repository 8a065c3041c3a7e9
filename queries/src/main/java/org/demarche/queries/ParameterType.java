package org.demarche.queries;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIx;
import org.demarche.ontology.Namespaces;

/**
 * What values a parameter takes. The type stands in the variable's name, in grlc's spelling: {@code
 * ?_thing_iri}, {@code ?_from_date}, {@code ?_size_integer}, {@code ?_label_en}, and {@code ?_word}
 * for a string.
 */
public sealed interface ParameterType {

  /** What a value looks like, to follow "expected". */
  String expected();

  /**
   * The RDF term that a text stands for.
   *
   * @return empty when it stands for none of this type
   */
  Optional<Node> term(String text);

  /** Any text. */
  record Text() implements ParameterType {
    @Override
    public String expected() {
      return "a text";
    }

    @Override
    public Optional<Node> term(String text) {
      return Optional.of(NodeFactory.createLiteralString(text));
    }
  }

  /**
   * A text in a language.
   *
   * @param language its tag, such as {@code en}
   */
  record Tagged(String language) implements ParameterType {
    @Override
    public String expected() {
      return "a text in the language " + language;
    }

    @Override
    public Optional<Node> term(String text) {
      return Optional.of(NodeFactory.createLiteralLang(text, language));
    }
  }

  /** A thing, by its IRI or the short form {@code kind/slug}. */
  record Thing() implements ParameterType {
    private static final Pattern SHORT = Pattern.compile("[a-z][a-z-]*(/[\\w.-]+)+");

    @Override
    public String expected() {
      return "an IRI such as " + Namespaces.ID + "actor/japan, or its short form actor/japan";
    }

    @Override
    public Optional<Node> term(String text) {
      return SHORT.matcher(text).matches()
          ? Optional.of(NodeFactory.createURI(Namespaces.ID + text))
          : iri(text);
    }
  }

  /**
   * A concept of one scheme, by its IRI, {@code scheme/concept}, or the concept's own name.
   *
   * @param scheme the scheme's name, such as {@code kind}
   * @param concepts the names of its concepts
   */
  record Code(String scheme, List<String> concepts) implements ParameterType {
    public Code {
      concepts = List.copyOf(concepts);
    }

    @Override
    public String expected() {
      return "one of " + String.join(", ", concepts);
    }

    @Override
    public Optional<Node> term(String text) {
      String namespace = Namespaces.CODE + scheme + "/";
      return concepts.stream()
          .filter(name -> List.of(name, scheme + "/" + name, namespace + name).contains(text))
          .findFirst()
          .map(name -> NodeFactory.createURI(namespace + name));
    }
  }

  /**
   * One text out of some.
   *
   * @param values all that it may be
   */
  record Choice(List<String> values) implements ParameterType {
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public String expected() {
      return "one of " + String.join(", ", values);
    }

    @Override
    public Optional<Node> term(String text) {
      return Optional.of(text).filter(values::contains).map(NodeFactory::createLiteralString);
    }
  }

  /** A day of the calendar, without a time zone. */
  record Day() implements ParameterType {
    @Override
    public String expected() {
      return "a date such as 2019-11-22";
    }

    @Override
    public Optional<Node> term(String text) {
      try {
        String day = LocalDate.parse(text).toString();
        return Optional.of(NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }
  }

  /** A whole number. */
  record Whole() implements ParameterType {
    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,18}");

    @Override
    public String expected() {
      return "a whole number such as 3";
    }

    @Override
    public Optional<Node> term(String text) {
      return Optional.of(text)
          .filter(number -> DIGITS.matcher(number).matches())
          .map(BigInteger::new)
          .map(number -> NodeFactory.createLiteralDT(number.toString(), XSDDatatype.XSDinteger));
    }
  }

  private static Optional<Node> iri(String text) {
    try {
      IRIx iri = IRIx.create(text);
      return iri.isAbsolute() && !iri.hasViolations()
          ? Optional.of(NodeFactory.createURI(text))
          : Optional.empty();
    } catch (org.apache.jena.irix.IRIException _) {
      return Optional.empty();
    }
  }
}
