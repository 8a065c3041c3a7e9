package org.demarche.server.reconcile;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.reconcile.Readings.Reading;

/** What fields of a client are completed from, and which properties it proposes. Thread-safe. */
final class SuggestServices {
  private final Readings readings;

  SuggestServices(Readings readings) {
    this.readings = readings;
  }

  /** Answers with things. */
  void entity(Context context) {
    suggest(context, (it, suggestions) -> suggestions.entities(it.snapshot(), it.things()));
  }

  /** Answers with properties. */
  void property(Context context) {
    suggest(
        context, (it, suggestions) -> suggestions.terms(it.terms().properties(), Answers::term));
  }

  /** Answers with types. */
  void type(Context context) {
    suggest(
        context,
        (it, suggestions) ->
            suggestions.terms(it.terms().types(), type -> Answers.withBroader(type, it.terms())));
  }

  /** Answers with the properties of a type. */
  void proposals(Context context) {
    Reconciliation.JSON.choose(Wish.of(context.req()));
    Parameters parameters = Parameters.ofUrl(context.req());
    Optional<String> type = parameters.get("type");
    Optional<Integer> limit = parameters.whole("limit");
    readings.json(
        context,
        type.orElse(""),
        it -> {
          Optional<Term> known = type.map(written -> type(written, it.terms()));
          JsonObject json = new JsonObject();
          json.put(
              "properties",
              Answers.terms(
                  Proposals.of(known, it.terms(), it.things(), it.running()).stream()
                      .limit(limit.orElse(Integer.MAX_VALUE))
                      .toList()));
          type.ifPresent(written -> json.put("type", written));
          limit.ifPresent(number -> json.put("limit", JsonNumber.value(number)));
          return json;
        });
  }

  private void suggest(Context context, BiFunction<Reading, Suggestions, JsonObject> answer) {
    Reconciliation.JSON.choose(Wish.of(context.req()));
    Parameters parameters = Parameters.ofUrl(context.req());
    String prefix = parameters.get("prefix").orElse("");
    Suggestions suggestions = new Suggestions(prefix, parameters.whole("cursor").orElse(0));
    readings.json(context, prefix, it -> answer.apply(it, suggestions));
  }

  private static Term type(String written, Terms terms) {
    return terms
        .type(written)
        .orElseThrow(
            () ->
                new ProblemException(
                    400, "The parameter \"type\" names no type: \"" + written + "\"."));
  }
}
