package org.demarche.server.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private static final int MOST_FACTS = 5;
  private static final int MOST_VALUES = 3;

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
                  DCTerms.source.asNode(),
                  Dem.certainty,
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
        things.definition(thing),
        facts(thing, terms, things),
        PreviewService.page(thing));
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
    return facts;
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
