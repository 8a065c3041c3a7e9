package org.demarche.server.opeds;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterBuilder;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Pages;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/** Lists the op-eds, and hands out the graph of one. Thread-safe. */
final class OpEdReading {
  private static final Offers<Boolean> LISTS =
      Offers.of(Offer.of("application/json", "json", false))
          .or(Offer.of("text/html", "html", true));
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final KnowledgeGraph graph;
  private final Pages pages;
  private final Executions executions;

  OpEdReading(KnowledgeGraph graph, Pages pages, Executions executions) {
    this.graph = graph;
    this.pages = pages;
    this.executions = executions;
  }

  /** {@code GET /op-eds}: a page of all op-eds, as JSON or for people. */
  void list(Context context) {
    Offer<Boolean> form = LISTS.choose(Wish.of(context.req()));
    int limit = limit(context);
    String after = parameter(context, "after").orElse("");
    String format = parameter(context, "format").map("&format="::concat).orElse("");
    List<String> languages = languages(context);
    context.header("Vary", "Accept, Accept-Encoding, Accept-Language");
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        "list op-eds after \"" + after + "\"",
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            EntityTag tag = tag(snapshot.commit(), form, languages);
            context.header(EntityTag.COMMIT, Long.toString(snapshot.commit()));
            if (tag.settles(context.req(), context.res())) {
              running.notModified();
              return;
            }
            OpEdList list =
                OpEdList.of(
                    snapshot, new Labels(snapshot.dataset(), languages), limit, after, format);
            running.computed();
            context.header("Link", links(list));
            context
                .contentType(form.contentType())
                .result(form.form() ? pages.render("opEds", Map.of("list", list)) : list.json());
          }
        });
  }

  /** The tags of the list in all its forms, in the languages that a request asks for. */
  static List<String> tags(Context context, long commit) {
    return LISTS.all().stream().map(form -> tag(commit, form, languages(context)).value()).toList();
  }

  /**
   * {@code GET /op-eds/{name}}: the graph of one op-ed, as it can be put back. Who asks for a page
   * is led to that of the op-ed.
   */
  void show(Context context) {
    Node name = OpEdPath.graph(context.pathParam(OpEds.NAME));
    Offer<Optional<RDFFormat>> form = OpEdForms.ALL.choose(Wish.of(context.req()));
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        name.getURI(),
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            OpEdVersion version =
                OpEdVersion.of(snapshot.dataset(), name).orElseThrow(() -> OpEdPath.missing(name));
            context.header(EntityTag.COMMIT, Long.toString(version.commit()));
            if (form.form().isEmpty()) {
              context.status(303).header("Location", OpEdPath.page(name));
              return;
            }
            if (OpEdForms.tag(version, form).settles(context.req(), context.res())) {
              running.notModified();
              return;
            }
            byte[] body = written(name, snapshot.dataset(), form.form().get());
            running.computed();
            context.contentType(form.contentType()).result(body);
          }
        });
  }

  private static byte[] written(Node name, DatasetGraph dataset, RDFFormat format) {
    Graph content = dataset.getGraph(name);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    RDFWriterBuilder writer = RDFWriter.create().format(format);
    try {
      if (RDFLanguages.isTriples(format.getLang())) {
        writer.source(content).output(body);
      } else {
        DatasetGraph alone = DatasetGraphFactory.createGeneral();
        alone.addGraph(name, content);
        content.getPrefixMapping().getNsPrefixMap().forEach(alone.prefixes()::add);
        writer.source(alone).output(body);
      }
    } catch (JenaException impossible) {
      throw new ProblemException(
          406,
          "This op-ed can't be written as %s (%s). Ask for another form, such as text/turtle."
              .formatted(format.getLang().getName(), impossible.getMessage()));
    }
    return body.toByteArray();
  }

  private static EntityTag tag(long commit, Offer<Boolean> form, List<String> languages) {
    return EntityTag.of(commit, form.mediaType(), String.join("-", languages));
  }

  private static List<String> languages(Context context) {
    return Labels.languages("", Optional.ofNullable(context.header("Accept-Language")).orElse(""));
  }

  private static String links(OpEdList list) {
    String first = "<%s>; rel=\"first\"".formatted(list.first());
    return list.next().map(next -> first + ", <%s>; rel=\"next\"".formatted(next)).orElse(first);
  }

  private static int limit(Context context) {
    return parameter(context, "limit")
        .map(
            text -> {
              if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST) {
                throw new ProblemException(
                    400,
                    "\"%s\" is no limit. Give a number from 1 to %d, as in limit=100."
                        .formatted(text, MOST));
              }
              return Integer.parseInt(text);
            })
        .orElse(USUAL);
  }

  private static Optional<String> parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
  }
}
