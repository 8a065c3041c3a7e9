package org.demarche.server.reconcile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.graph.Snapshot;

/**
 * What a field may be completed to: section 6 of the specification. First comes what has the text
 * as its name or identifier, then names that begin with it, then names of which a word does.
 */
final class Suggestions {
  private static final int AT_ONCE = 20;

  private final String prefix;
  private final int cursor;

  /**
   * Suggests for a text.
   *
   * @param prefix the beginning of a name
   * @param cursor how many suggestions the client has already
   */
  Suggestions(String prefix, int cursor) {
    this.prefix = prefix.substring(0, Math.min(prefix.length(), Question.LONGEST));
    this.cursor = cursor;
  }

  private record Found(Node thing, String label, int rank) {}

  /** Things, by any of their names. */
  JsonObject entities(Snapshot snapshot, Things things) {
    Map<Node, Found> found = new LinkedHashMap<>();
    Identifiers.thing(prefix)
        .filter(things::has)
        .ifPresent(thing -> found.put(thing, new Found(thing, "", 0)));
    for (Match match : Lookup.find(snapshot, prefix)) {
      rank(match.label())
          .ifPresent(
              rank ->
                  found.merge(
                      match.thing(),
                      new Found(match.thing(), match.label(), rank),
                      (one, other) -> other.rank() < one.rank() ? other : one));
    }
    return answer(
        found.values().stream()
            .sorted(
                Comparator.comparingInt(Found::rank)
                    .thenComparingInt(it -> it.label().length())
                    .thenComparing(it -> it.thing().getURI())),
        one -> entity(one, things));
  }

  /** Types, or properties, by name in any language or by identifier. */
  JsonObject terms(List<Term> terms, Function<Term, JsonObject> json) {
    record Ranked(Term term, int rank) {}
    return answer(
        terms.stream()
            .flatMap(term -> rank(term).stream().mapToObj(rank -> new Ranked(term, rank)))
            .sorted(Comparator.comparingInt(Ranked::rank)),
        ranked -> {
          JsonObject one = json.apply(ranked.term());
          if (!ranked.term().description().isEmpty()) {
            one.put("description", ranked.term().description());
          }
          return one;
        });
  }

  private <T> JsonObject answer(Stream<T> found, Function<T, JsonObject> json) {
    JsonArray result = new JsonArray();
    found.skip(cursor).limit(AT_ONCE).map(json).forEach(result::add);
    JsonObject answer = new JsonObject();
    answer.put("result", result);
    return answer;
  }

  private static JsonObject entity(Found found, Things things) {
    List<Term> types = things.types(found.thing());
    String name = things.name(found.thing());
    JsonObject json = new JsonObject();
    json.put("id", Identifiers.ofThing(found.thing()));
    json.put("name", name);
    String description = Answers.description(types, name, found.label());
    if (!description.isEmpty()) {
      json.put("description", description);
    }
    json.put("notable", Answers.terms(types.stream().limit(1).toList()));
    return json;
  }

  private OptionalInt rank(Term term) {
    String id = term.id().toLowerCase(Locale.ROOT);
    String asked = prefix.strip().toLowerCase(Locale.ROOT);
    OptionalInt byId =
        id.equals(asked)
                || term.node().getURI().equals(prefix.strip())
                || ("dem:" + id).equals(asked)
            ? OptionalInt.of(0)
            : id.startsWith(asked) ? OptionalInt.of(1) : OptionalInt.empty();
    return Stream.concat(
            byId.stream().boxed(),
            Stream.concat(Stream.of(term.name()), term.labels().stream())
                .flatMap(label -> rank(label).stream().boxed()))
        .mapToInt(rank -> rank)
        .min();
  }

  private OptionalInt rank(String label) {
    Name asked = Name.of(prefix);
    Name there = Name.of(label);
    if (there.squeezed().equals(asked.squeezed())) {
      return OptionalInt.of(0);
    }
    if (there.squeezed().startsWith(asked.squeezed())) {
      return OptionalInt.of(1);
    }
    return (" " + there.folded()).contains(" " + asked.folded())
        ? OptionalInt.of(2)
        : OptionalInt.empty();
  }
}
