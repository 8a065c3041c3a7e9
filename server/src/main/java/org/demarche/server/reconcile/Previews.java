package org.demarche.server.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Dem;
import org.demarche.server.pages.Label;
import org.demarche.server.reconcile.Preview.Fact;

/** Gathers what a preview shows. */
final class Previews {
  private static final int MOST_FACTS = 4;
  private static final int MOST_VALUES = 3;

  /** The full title of a treaty would fill the frame. */
  private static final int SHORT_NAME = 40;

  private static final long MOST_COUNTED = 1000;

  /** Shown elsewhere in the preview, or of no help to choose by. */
  private static final List<Node> NOT_FACTS =
      Stream.concat(
              Reconciled.LABELS.stream(),
              Stream.of(
                  RDF.Nodes.type,
                  RDFS.Nodes.comment,
                  SKOS.definition.asNode(),
                  SKOS.note.asNode(),
                  SKOS.editorialNote.asNode(),
                  SKOS.exactMatch.asNode(),
                  SKOS.closeMatch.asNode(),
                  DCTerms.language.asNode(),
                  DCTerms.source.asNode(),
                  Dem.certainty,
                  Dem.dateInferred,
                  Dem.earliestBegin,
                  Dem.earliestEnd,
                  Dem.latestBegin,
                  Dem.latestEnd,
                  Dem.textSha256,
                  Dem.textLength))
          .toList();

  private Previews() {}

  /** The preview of a thing that is there. */
  static Preview of(Node thing, Terms terms, Things things) {
    List<Label> labels = things.labels(thing);
    return new Preview(
        Identifiers.ofThing(thing),
        labels.stream().findFirst().orElseGet(() -> new Label(things.name(thing), "")),
        labels.stream().skip(1).toList(),
        things.types(thing).stream().map(Term::name).distinct().toList(),
        things.definition(thing).or(() -> ofKind(things.types(thing))),
        facts(thing, terms, things),
        PreviewService.page(thing));
  }

  /** Where nothing tells what the thing is, what the kind of it is. */
  private static Optional<Label> ofKind(List<Term> types) {
    return types.stream()
        .map(Term::description)
        .filter(description -> !description.isEmpty())
        .map(description -> new Label(description, "en"))
        .findFirst();
  }

  private static List<Fact> facts(Node thing, Terms terms, Things things) {
    List<Term> properties =
        things
            .properties(thing)
            .distinct()
            .filter(property -> !NOT_FACTS.contains(property))
            .flatMap(property -> terms.property(property).stream())
            // Our own first: they are the more telling ones.
            .sorted(
                Comparator.comparing((Term property) -> property.id().contains(":"))
                    .thenComparing(Term::name))
            .toList();
    List<Fact> facts = new ArrayList<>();
    for (Term property : properties.subList(0, Math.min(MOST_FACTS, properties.size()))) {
      facts.add(new Fact(property.name(), values(thing, property, things)));
    }
    String others =
        things
            .values(thing, SKOS.altLabel.asNode())
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .filter(name -> name.length() <= SHORT_NAME)
            .sorted()
            .limit(MOST_VALUES)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      facts.addFirst(new Fact("also called", others));
    }
    number("statements", things.having(Dem.about, thing)).ifPresent(facts::add);
    number("views held", things.having(Dem.heldBy, thing)).ifPresent(facts::add);
    return facts;
  }

  private static Optional<Fact> number(String of, Stream<Node> statements) {
    long number = statements.limit(MOST_COUNTED).count();
    String told = number == MOST_COUNTED ? "%,d or more".formatted(number) : Long.toString(number);
    return number == 0 ? Optional.empty() : Optional.of(new Fact(of, told));
  }

  private static String values(Node thing, Term property, Things things) {
    List<Node> all = things.values(thing, property.node()).limit(MOST_VALUES + 1L).toList();
    String some =
        all.stream()
            .limit(MOST_VALUES)
            .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : things.name(value))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return all.size() > MOST_VALUES ? some + ", …" : some;
  }
}
