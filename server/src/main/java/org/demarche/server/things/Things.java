package org.demarche.server.things;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.DocumentForms;
import org.demarche.server.pages.KeptAnswers;
import org.demarche.server.pages.KeptAnswers.Kept;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;
import org.demarche.server.pages.Pages;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/**
 * Answers the paths of things: {@code /id/actor/japan} with what the graph says of {@code
 * https://w3id.org/demarche/id/actor/japan}. Thread-safe.
 */
public final class Things {
  /** Below these lie all IRIs of Demarche but the ontology's. */
  public static final List<String> PATHS =
      List.of("/id/<name>", "/codes/<name>", "/graph/<name>", "/shapes/<name>");

  private final KnowledgeGraph graph;
  private final Pages pages;
  private final Executions executions;
  private final ThingPages thingPages = new ThingPages();
  private final KeptAnswers kept = new KeptAnswers();

  /**
   * @param executions under which the graph is read
   */
  public Things(KnowledgeGraph graph, Pages pages, Executions executions) {
    this.graph = graph;
    this.pages = pages;
    this.executions = executions;
  }

  /**
   * Answers with the description of the thing at the path, in the form that is asked for.
   *
   * @throws ProblemException 404 when the graph says nothing of it
   */
  public void show(Context context) {
    List<Node> named = named(context.path());
    Offer<Optional<RDFFormat>> form = DocumentForms.ALL.choose(Wish.of(context.req()));
    int number = number(context);
    List<String> languages =
        Labels.languages(
            Optional.ofNullable(context.queryParam("lang")).orElse(""),
            Optional.ofNullable(context.header("Accept-Language")).orElse(""));
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        "DESCRIBE <" + named.getFirst().getURI() + ">",
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            String variant = form.form().isPresent() ? "" : String.join("-", languages);
            Kept answer =
                kept.of(
                    snapshot,
                    List.of(context.path(), Integer.toString(number), form.mediaType(), variant),
                    () -> {
                      Description description = description(snapshot, named, number);
                      return new Kept(
                          form.contentType(),
                          headers(description, form),
                          form.form()
                              .map(format -> written(description, snapshot, format))
                              .orElseGet(
                                  () ->
                                      page(
                                          description,
                                          new Labels(snapshot.dataset(), languages),
                                          new Reading(snapshot, running))));
                    });
            answer.headers().forEach(context::header);
            EntityTag tag = EntityTag.of(snapshot.commit(), form.mediaType(), variant);
            if (tag.settles(context.req(), context.res())) {
              running.notModified();
              return;
            }
            context
                .contentType(answer.contentType())
                .result(answer.body().getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /** A path may write letters as percent signs and digits, and so may an IRI. */
  private static List<Node> named(String path) {
    return Stream.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8), path)
        .distinct()
        .map(name -> NodeFactory.createURI(Links.BASE + name))
        .toList();
  }

  private static Description description(Snapshot snapshot, List<Node> named, int number) {
    Node thing = named.getFirst();
    return named.stream()
        .map(name -> Description.of(snapshot.dataset(), name, number))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    404,
                    number == 1
                        ? "The graph says nothing of <%s>.".formatted(thing.getURI())
                        : "What the graph says of <%s> has no page %d."
                            .formatted(thing.getURI(), number)));
  }

  private static Map<String, String> headers(
      Description description, Offer<Optional<RDFFormat>> form) {
    Map<String, String> headers = new HashMap<>();
    String path = path(description);
    String page = description.number() == 1 ? "" : "&page=" + description.number();
    headers.put("Content-Location", path + "?format=" + form.formats().getFirst() + page);
    StringBuilder links =
        new StringBuilder("<%s>; rel=\"canonical\"".formatted(description.thing().getURI()));
    if (!description.last()) {
      links.append(", <%s?page=%d>; rel=\"next\"".formatted(path, description.number() + 1));
      headers.put(
          "Demarche-Hint",
          "Facts %d to %d; the next page has more."
              .formatted(
                  (description.number() - 1) * Description.PAGE + 1,
                  description.number() * Description.PAGE));
    }
    if (description.number() > 1) {
      links.append(", <%s?page=%d>; rel=\"prev\"".formatted(path, description.number() - 1));
    }
    headers.put("Link", links.toString());
    if (form.form().isEmpty()) {
      headers.put("Vary", "Accept, Accept-Encoding, Accept-Language");
    }
    return headers;
  }

  private static String written(Description description, Snapshot snapshot, RDFFormat format) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    RDFWriter.source(description.graph(snapshot.dataset())).format(format).output(body);
    return body.toString(StandardCharsets.UTF_8);
  }

  private String page(Description description, Labels labels, Reading reading) {
    return pages.render("thing", Map.of("page", thingPages.of(description, labels, reading)));
  }

  private static String path(Description description) {
    return Links.of(description.thing()).orElseThrow();
  }

  private static int number(Context context) {
    String text = Optional.ofNullable(context.queryParam("page")).orElse("");
    if (text.isEmpty()) {
      return 1;
    }
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new ProblemException(
          400, "The parameter page can't be \"%s\": expected is a number from 1.".formatted(text));
    }
    return Integer.parseInt(text);
  }
}
