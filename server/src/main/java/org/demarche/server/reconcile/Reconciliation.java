package org.demarche.server.reconcile;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.server.description.Address;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.Pages;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;
import org.demarche.server.running.Limits;
import org.demarche.server.sparql.Bodies;

/** Answers {@code /reconcile} and what lies below it. Thread-safe. */
public final class Reconciliation {
  /** The endpoint: manifest, queries, data extension. */
  public static final String PATH = "/reconcile";

  /** Sends on to the page of a thing. */
  public static final String VIEW = PATH + "/view";

  /** A thing in short, for a frame. */
  public static final String PREVIEW = PATH + "/preview";

  /** Completes names of things. */
  public static final String SUGGEST_ENTITY = PATH + "/suggest/entity";

  /** Completes names of properties. */
  public static final String SUGGEST_PROPERTY = PATH + "/suggest/property";

  /** Completes names of types. */
  public static final String SUGGEST_TYPE = PATH + "/suggest/type";

  /** Proposes properties of a type. */
  public static final String PROPERTIES = PATH + "/properties";

  /** As many queries as one batch may have. */
  static final int MOST_QUERIES = 50;

  private static final String QUERIES = "queries";
  private static final String EXTEND = "extend";

  /** Any site may frame the preview: it has no script, no form and nothing to press by mistake. */
  private static final String FRAMED =
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none';"
          + " frame-ancestors *";

  private static final Offers<String> JSON =
      Offers.of(Offer.of("application/json", "json", "application/json"));
  private static final Offers<String> HTML = Offers.of(Offer.of("text/html", "html", "text/html"));

  private final KnowledgeGraph graph;
  private final Pages pages;
  private final Executions executions;
  private final Bodies bodies;
  private final Terms.Reader terms = new Terms.Reader();
  private final Lookup lookup = new LabelLookup();

  /** Reconciles with the things of one graph, within these limits. */
  public Reconciliation(KnowledgeGraph graph, Pages pages, Executions executions, Limits limits) {
    this.graph = graph;
    this.pages = pages;
    this.executions = executions;
    this.bodies = new Bodies(limits);
  }

  /** Where the page of a thing is. */
  static String page(Node thing) {
    return "/id/" + Identifiers.ofThing(thing);
  }

  /** What is read for one answer. */
  private record Reading(Snapshot snapshot, Terms terms, Things things, Execution running) {}

  /** Answers GET of the endpoint: the manifest, or queries in the URL. */
  public void get(Context context) {
    JSON.choose(Wish.of(context.req()));
    Parameters parameters = Parameters.ofUrl(context.req());
    if (parameters.get("query").isPresent()) {
      throw new ProblemException(
          400,
          "Version 0.2 of the protocol knows no single query. Send a batch in \"queries\", such as"
              + " {\"q0\": {\"query\": \"Seoul\"}}.");
    }
    if (isAsked(parameters)) {
      answer(context, parameters);
      return;
    }
    String root = Address.of(context.req()).root();
    read(context, "", it -> ServiceManifest.of(root, it.terms()));
  }

  /**
   * Answers POST to the endpoint: queries in a form.
   *
   * @throws IOException when the client leaves before its form is complete
   */
  public void post(Context context) throws IOException {
    JSON.choose(Wish.byHeader(context.req()));
    Parameters parameters = Parameters.ofForm(context.req(), bodies);
    if (!isAsked(parameters)) {
      throw new ProblemException(
          400,
          "Send a form with \"queries\", such as {\"q0\": {\"query\": \"Seoul\"}}, or with"
              + " \"extend\".");
    }
    answer(context, parameters);
  }

  /** Answers {@link #SUGGEST_ENTITY}. */
  public void suggestEntity(Context context) {
    suggest(context, it -> suggestions -> suggestions.entities(it.snapshot(), it.things(), lookup));
  }

  /** Answers {@link #SUGGEST_PROPERTY}. */
  public void suggestProperty(Context context) {
    suggest(
        context, it -> suggestions -> suggestions.terms(it.terms().properties(), Answers::term));
  }

  /** Answers {@link #SUGGEST_TYPE}. */
  public void suggestType(Context context) {
    suggest(
        context,
        it ->
            suggestions ->
                suggestions.terms(
                    it.terms().types(), type -> ServiceManifest.withBroader(type, it.terms())));
  }

  /** Answers {@link #PROPERTIES}. */
  public void properties(Context context) {
    JSON.choose(Wish.of(context.req()));
    Parameters parameters = Parameters.ofUrl(context.req());
    Optional<String> type = parameters.get("type");
    Optional<Integer> limit = parameters.whole("limit");
    read(
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

  /** Answers {@link #PREVIEW}. */
  public void preview(Context context) {
    HTML.choose(Wish.of(context.req()));
    String id = Parameters.ofUrl(context.req()).require("id");
    reading(
        context,
        id,
        it -> {
          Node thing = thing(id, it.things());
          if (isKnown(context, it, "text/html")) {
            return;
          }
          context.header("Content-Security-Policy", FRAMED);
          Pages.html(
              context,
              pages.render(
                  "preview", Map.of("preview", Previews.of(thing, it.terms(), it.things()))));
        });
  }

  /** Answers {@link #VIEW}. */
  public void view(Context context) {
    String id = Parameters.ofUrl(context.req()).require("id");
    reading(
        context,
        id,
        it ->
            context
                .status(303)
                .header("Location", page(thing(id, it.things())))
                .header("Cache-Control", "no-cache"));
  }

  private static boolean isAsked(Parameters parameters) {
    boolean queries = parameters.get(QUERIES).isPresent();
    boolean extend = parameters.get(EXTEND).isPresent();
    if (queries && extend) {
      throw new ProblemException(400, "Send either \"queries\" or \"extend\", not both.");
    }
    return queries || extend;
  }

  private void answer(Context context, Parameters parameters) {
    Optional<String> extend = parameters.get(EXTEND);
    if (extend.isPresent()) {
      Extension extension = extension(extend.get());
      read(context, extend.get(), it -> extension.answer(it.terms(), it.things(), it.running()));
      return;
    }
    String text = parameters.require(QUERIES);
    JsonObject batch = batch(text);
    read(context, text, it -> results(batch, it));
  }

  private static Extension extension(String text) {
    try {
      return Extension.read(Json.object(EXTEND, text));
    } catch (Fault fault) {
      throw new ProblemException(400, "In \"extend\": " + fault.sentences());
    }
  }

  private static JsonObject batch(String text) {
    JsonObject batch = Json.object(QUERIES, text);
    if (batch.size() > MOST_QUERIES) {
      throw new ProblemException(
          413,
          "There are %d queries in the batch; the most is %d, as the manifest says."
              .formatted(batch.size(), MOST_QUERIES));
    }
    return batch;
  }

  private JsonObject results(JsonObject batch, Reading it) {
    Reconciler reconciler =
        new Reconciler(it.snapshot(), it.terms(), it.things(), lookup, it.running());
    JsonObject results = new JsonObject();
    batch.forEach(
        (name, query) -> {
          try {
            Question question = QuestionReader.read(query);
            results.put(name, Answers.result(reconciler.candidates(question), it.things()));
          } catch (Fault fault) {
            results.put(name, Answers.fault(fault));
          }
        });
    return results;
  }

  private void suggest(
      Context context, Function<Reading, Function<Suggestions, JsonObject>> answer) {
    JSON.choose(Wish.of(context.req()));
    Parameters parameters = Parameters.ofUrl(context.req());
    String prefix = parameters.get("prefix").orElse("");
    Suggestions suggestions = new Suggestions(prefix, parameters.whole("cursor").orElse(0));
    read(context, prefix, it -> answer.apply(it).apply(suggestions));
  }

  /** Answers with JSON, or with 304 to a GET whose client has it already. */
  private void read(Context context, String text, Function<Reading, JsonObject> answer) {
    reading(
        context,
        text,
        it -> {
          if (!isKnown(context, it, "application/json")) {
            context.contentType("application/json").result(Answers.text(answer.apply(it)));
          }
        });
  }

  private static boolean isKnown(Context context, Reading it, String mediaType) {
    if (context.req().getMethod().equals("POST")) {
      context.header("Cache-Control", "no-store");
      return false;
    }
    boolean known =
        EntityTag.of(it.snapshot().commit(), mediaType, "").settles(context.req(), context.res());
    if (known) {
      it.running().notModified();
    }
    return known;
  }

  private interface Reader {
    void read(Reading it);
  }

  private void reading(Context context, String text, Reader reader) {
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        PATH + " " + text,
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            Terms known = terms.of(snapshot);
            Things things = new Things(snapshot.dataset(), known);
            reader.read(new Reading(snapshot, known, things, running));
          }
        });
  }

  private static Term type(String written, Terms terms) {
    return terms
        .type(written)
        .orElseThrow(
            () ->
                new ProblemException(
                    400, "The parameter \"type\" names no type: \"" + written + "\"."));
  }

  private static Node thing(String id, Things things) {
    return Identifiers.thing(id)
        .filter(things::has)
        .orElseThrow(
            () ->
                new ProblemException(404, "There is nothing with the identifier \"" + id + "\"."));
  }
}
