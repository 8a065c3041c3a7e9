package org.demarche.sheet;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Nearest;
import org.demarche.validate.ShortName;

/**
 * Takes the values of cells for terms of RDF.
 *
 * @param vocabulary what may be named
 * @param opEd the slug of the op-ed
 * @param language in which the op-ed is written, as a tag
 */
record ValueReader(Vocabulary vocabulary, String opEd, String language) {
  /** No dot at an end: paths with {@code ..} lead elsewhere. */
  private static final String PART = "(?!\\.)[\\p{L}\\p{N}_.~-]+(?<!\\.)";

  private static final Pattern SLUG = Pattern.compile(PART);
  private static final Pattern KIND_AND_SLUG = Pattern.compile("[a-z][a-z-]*(/" + PART + ")+");
  private static final Pattern PREFIXED = Pattern.compile("(?<prefix>[a-z]+):[^\\s/][^\\s]*");
  private static final Pattern NO_IRI = Pattern.compile("[\\s<>\"{}|\\\\^`\\p{Cntrl}]");
  private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");
  private static final Pattern TURTLE_TEXT = Pattern.compile("\"(?<words>.+)\"(@[A-Za-z-]+)?");
  private static final Pattern SPAN = Pattern.compile("(?<number>\\d+) (?<unit>year|month|day)s?");
  private static final Pattern ORCID = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");
  private static final Pattern WEB = Pattern.compile("https?://[^/]+.*");
  private static final String CHOOSE_RELATION =
      "Choose the nearest of the workbook's list of relations, or at /ontology of the server.";
  private static final int MOST_NAMES = 12;
  private static final String ORCIDS = "https://orcid.org/";

  /** A value that isn't empty and has no space around it. */
  Reading read(Values values, String text) {
    return switch (values) {
      case Values.Text inLanguage -> words(inLanguage.language(), text);
      case Values.TextOfOpEd _ -> term(NodeFactory.createLiteralLang(text, language));
      case Values.Typed typed -> literal(typed.type(), text);
      case Values.Things things -> thing(things.kind(), text);
      case Values.Parts parts -> part(parts.kind(), text);
      case Values.Codes codes -> code(codes.scheme(), text);
      case Values.Classes _ -> classNamed(text);
      case Values.Relations _ -> relation(text);
      case Values.Names names -> named(names.kind(), text);
      case Values.Addresses addresses -> address(addresses.prefix(), text);
      case Values.Terms terms -> anyTerm(terms, text);
    };
  }

  private static Reading words(String inLanguage, String text) {
    Matcher turtle = TURTLE_TEXT.matcher(text);
    return turtle.matches()
        ? new Reading.Wrong(
            "%s is written as Turtle has it.".formatted(quoted(text)),
            "A cell has the words alone: write %s.".formatted(turtle.group("words")))
        : term(NodeFactory.createLiteralLang(text, inLanguage));
  }

  /** The thing that a table describes in a row. */
  Reading thing(Optional<String> kind, String text) {
    if (text.indexOf(':') >= 0 || text.startsWith("<")) {
      return iri(text);
    }
    if (KIND_AND_SLUG.matcher(text).matches()) {
      int slash = text.indexOf('/');
      return vocabulary.code(text.substring(0, slash), text.substring(slash + 1)).isPresent()
          ? new Reading.Wrong(
              "%s is a code, and no thing.".formatted(quoted(text)), "Write code:" + text + ".")
          : term(NodeFactory.createURI(Namespaces.ID + text));
    }
    if (kind.isPresent() && SLUG.matcher(text).matches()) {
      return term(NodeFactory.createURI(Namespaces.ID + kind.get() + "/" + text));
    }
    int slash = text.lastIndexOf('/');
    String slug = Slug.of(text.substring(slash + 1));
    String given = slash < 0 ? "" : Slug.of(text.substring(0, slash));
    String named = (given.isEmpty() ? kind.orElse("actor") : given) + "/" + slug;
    return new Reading.Wrong(
        "%s names no thing.".formatted(quoted(text)),
        kind.isPresent() && given.isEmpty()
            ? "Write " + slug + ", or with its kind " + named + "."
            : "Write its kind and its slug, such as %s%s."
                .formatted(
                    named, given.isEmpty() ? ", event/%s or course/%s".formatted(slug, slug) : ""));
  }

  private Reading iri(String text) {
    return ShortName.parse(text)
        .filter(Node::isURI)
        .filter(node -> !NO_IRI.matcher(node.getURI()).find())
        .filter(node -> !DOTS.matcher(node.getURI()).find())
        .map(this::known)
        .orElseGet(
            () ->
                new Reading.Wrong(
                    "%s names no thing.".formatted(quoted(text)),
                    "Write kind/slug, such as actor/japan, or a code, such as code:quality/tenuous."));
  }

  /** A code or a term of ours is one that there is. */
  private Reading known(Node node) {
    String iri = node.getURI();
    if (iri.startsWith(Namespaces.CODE) && iri.indexOf('/', Namespaces.CODE.length()) > 0) {
      String name = iri.substring(Namespaces.CODE.length());
      return code(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1));
    }
    return term(node);
  }

  private Reading part(String kind, String text) {
    if (text.indexOf('/') >= 0 || text.indexOf(':') >= 0) {
      return thing(Optional.of(kind), text);
    }
    return SLUG.matcher(text).matches()
        ? term(NodeFactory.createURI(Namespaces.ID + kind + "/" + opEd + "/" + text))
        : new Reading.Wrong(
            "%s names no %s.".formatted(quoted(text), kind),
            "Write its id, such as " + (kind.equals("passage") ? "P4." : "F012."));
  }

  private Reading code(String scheme, String text) {
    String name =
        text.startsWith("code:" + scheme + "/")
            ? text.substring(("code:" + scheme + "/").length())
            : text;
    if (!vocabulary.schemes().contains(scheme)) {
      return new Reading.Wrong(
          "%s is no scheme of codes.".formatted(quoted(scheme)),
          instead(scheme, vocabulary.schemes(), "There are "));
    }
    return vocabulary
        .code(scheme, name)
        .map(ValueReader::term)
        .orElseGet(
            () ->
                new Reading.Wrong(
                    "%s is no code of %s.".formatted(quoted(name), scheme),
                    instead(name, vocabulary.codes(scheme), "Write one of ")));
  }

  private Reading classNamed(String text) {
    return vocabulary
        .classNamed(text)
        .map(ValueReader::term)
        .orElseGet(
            () ->
                new Reading.Wrong(
                    "%s is no class of the ontology.".formatted(quoted(text)),
                    nearest(text, vocabulary.classes())
                        .orElse(
                            "Choose one of the workbook's list of classes, such as State,"
                                + " Organization or Measure.")));
  }

  private Reading relation(String text) {
    return vocabulary
        .property(text)
        .map(
            property ->
                vocabulary.isRelation(property)
                    ? term(property)
                    : new Reading.Wrong(
                        "%s gives names, or describes statements, and is said of no thing in the world."
                            .formatted(quoted(text)),
                        CHOOSE_RELATION))
        .orElseGet(
            () ->
                new Reading.Wrong(
                    "%s is no relation of the ontology.".formatted(quoted(text)),
                    nearest(text, vocabulary.properties()).orElse(CHOOSE_RELATION)));
  }

  private static Reading named(String kind, String text) {
    String slug = Slug.of(text);
    return slug.isEmpty()
        ? new Reading.Wrong("%s is no name.".formatted(quoted(text)), "Write your name.")
        : term(NodeFactory.createURI(Namespaces.ID + kind + "/" + slug));
  }

  private static Reading address(String prefix, String text) {
    if (prefix.equals(ORCIDS)) {
      String number = text.replaceFirst("^https?://orcid\\.org/", "");
      return ORCID.matcher(number).matches()
          ? term(NodeFactory.createURI(ORCIDS + number))
          : new Reading.Wrong(
              "%s is no ORCID iD.".formatted(quoted(text)), "Write it as 0000-0002-1825-0097.");
    }
    return WEB.matcher(text).matches() && !NO_IRI.matcher(text).find()
        ? term(NodeFactory.createURI(text))
        : new Reading.Wrong(
            "%s is no address on the web.".formatted(quoted(text)),
            "Write all of it, beginning with https://.");
  }

  private Reading anyTerm(Values.Terms terms, String text) {
    if (text.startsWith("\"") || text.startsWith("<")) {
      return ShortName.parse(text)
          .map(ValueReader::term)
          .orElseGet(
              () ->
                  new Reading.Wrong(
                      "%s is no term of Turtle.".formatted(quoted(text)),
                      "Write text in quotation marks with its language, such as \"notice\"@en."));
    }
    if (terms.type().isPresent()) {
      return literal(terms.type().get(), text);
    }
    Optional<Node> literal = Literals.ofShape(text);
    if (literal.isPresent()) {
      return term(literal.get());
    }
    if (KIND_AND_SLUG.matcher(text).matches() || isPrefixed(text)) {
      return thing(Optional.empty(), text);
    }
    return terms.textAllowed()
        ? term(NodeFactory.createLiteralString(text))
        : new Reading.Wrong(
            "%s is neither a thing nor a value.".formatted(quoted(text)), instead(text));
  }

  /** What somebody means who writes plain words where a thing, a code or a value belongs. */
  private String instead(String text) {
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return "Write P%s%s."
          .formatted(
              span.group("number"), span.group("unit").substring(0, 1).toUpperCase(Locale.ROOT));
    }
    return vocabulary.schemes().stream()
        .filter(scheme -> vocabulary.code(scheme, text).isPresent())
        .findFirst()
        .map(scheme -> "Write code:" + scheme + "/" + text + ".")
        .orElse(
            "Write kind/slug, such as actor/%s; a code, such as code:quality/tenuous; or text in quotation marks with its language: \"%s\"@%s."
                .formatted(Slug.of(text), text.replace("\"", ""), language));
  }

  private static boolean isPrefixed(String text) {
    var matcher = PREFIXED.matcher(text);
    return matcher.matches() && Namespaces.PREFIXES.getNsPrefixURI(matcher.group("prefix")) != null;
  }

  private static Reading literal(RDFDatatype type, String text) {
    if (type.equals(XSDDatatype.XSDstring)) {
      return term(NodeFactory.createLiteralString(text));
    }
    return Literals.of(type, text)
        .map(ValueReader::term)
        .orElseGet(() -> new Reading.Wrong(Literals.wrong(type, text), Literals.right(type, text)));
  }

  private static Reading term(Node node) {
    return new Reading.Term(node);
  }

  static String quoted(String text) {
    int most = 60;
    return "“%s”"
        .formatted(text.length() <= most ? text : text.substring(0, most).stripTrailing() + "…");
  }

  private static String instead(String written, Collection<String> known, String otherwise) {
    return nearest(written, known)
        .orElseGet(
            () ->
                otherwise
                    + known.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (known.size() > MOST_NAMES ? " and so on." : "."));
  }

  private static Optional<String> nearest(String written, Collection<String> known) {
    return Nearest.name(written, known).map(name -> "Did you mean " + name + "?");
  }
}
