package org.demarche.validate;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Looks for names that nothing stands behind, in the graphs that coders write: a property or class
 * that {@code graph:ontology} doesn't declare, and a thing, code or term of ours that no graph
 * describes. RDF takes a misspelt name for a new one, so nobody else would notice.
 */
final class UnknownTerms implements Check {

  /** So many triples that lead nowhere are told of one thing; whoever mends them sees the rest. */
  private static final int MOST_USES = 100;

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return Stream.concat(examination.codedTriples(), uses(examination, known))
        .flatMap(
            coded ->
                wrong(coded.triple(), known)
                    .map(wrong -> coded.fault(wrong.what(), wrong.instead())));
  }

  /** What else leads to things that the change takes the last description of. */
  private static Stream<Examination.Coded> uses(Examination examination, KnownTerms known) {
    return examination.change().stream()
        .flatMap(change -> change.bereft().stream())
        .filter(thing -> !known.isDescribedOrForeign(thing))
        .flatMap(thing -> examination.untouched(Node.ANY, Node.ANY, thing).limit(MOST_USES));
  }

  private record Wrong(String what, String instead) {}

  private static Stream<Wrong> wrong(Triple triple, KnownTerms known) {
    return Stream.concat(
        wrongProperty(triple.getPredicate(), known).stream(), wrongObject(triple, known).stream());
  }

  private static Optional<Wrong> wrongProperty(Node property, KnownTerms known) {
    // One that holds text is refused as such; a better spelling would not help.
    return known.isProperty(property) || CopiedText.holdsText(property)
        ? Optional.empty()
        : Optional.of(
            new Wrong(
                ShortName.of(property) + " isn't a property of the ontology.",
                instead(known.nearestProperty(property), "Write one that it declares.")));
  }

  private static Optional<Wrong> wrongObject(Triple triple, KnownTerms known) {
    Node object = triple.getObject();
    if (triple.getPredicate().equals(RDF.Nodes.type)) {
      return wrongClass(object, known);
    }
    if (object.isTripleTerm()) {
      return Optional.of(
          new Wrong(
              "Triple terms of RDF 1.2 aren't used here.",
              "Write a proposition as rdf:subject, rdf:predicate and rdf:object of a"
                  + " dem:Statement."));
    }
    if (object.isLiteral() && RDF.dtDirLangString.equals(object.getLiteralDatatype())) {
      return Optional.of(
          new Wrong(
              "The base direction of RDF 1.2 isn't used here.",
              "Write the language alone: @%s."
                  .formatted(
                      object.getLiteralLanguage().isEmpty() ? "en" : object.getLiteralLanguage())));
    }
    return !object.isURI() || known.isDescribedOrForeign(object)
        ? Optional.empty()
        : Optional.of(
            new Wrong(
                "Nothing describes " + ShortName.of(object) + ".",
                instead(known.nearestDescribed(object), "Describe it, or name one that is.")));
  }

  private static Optional<Wrong> wrongClass(Node type, KnownTerms known) {
    return type.isBlank() || known.isClass(type)
        ? Optional.empty()
        : Optional.of(
            new Wrong(
                ShortName.of(type) + " isn't a class of the ontology.",
                instead(known.nearestClass(type), "Write one that it declares.")));
  }

  private static String instead(Optional<String> nearest, String otherwise) {
    return nearest.map(iri -> "Did you mean " + ShortName.ofIri(iri) + "?").orElse(otherwise);
  }
}
