package org.demarche.server.opeds;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.ErrorCategory;
import org.demarche.graph.Commit;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Source;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.problem.Problems;
import org.demarche.validate.Findings;
import org.demarche.validate.Places;
import org.demarche.validate.Refusal;
import org.demarche.validate.ShortName;

/**
 * Adds, replaces and removes op-eds, each in a commit of its own. Writers wait for each other at
 * the commit, and take no place from queries. Thread-safe.
 */
final class OpEdWriting {
  private final KnowledgeGraph graph;
  private final Loader loader;
  private final WriteAccess access;
  private final OpEdBody bodies;

  OpEdWriting(KnowledgeGraph graph, WriteAccess access, OpEdBody bodies) {
    this.graph = graph;
    this.loader = new Loader(graph);
    this.access = access;
    this.bodies = bodies;
  }

  /**
   * {@code POST /op-eds}: adds the op-eds of the body, RFC 9110, section 9.3.3. One that is there
   * already with the same content is left alone.
   *
   * @throws ProblemException 409 when one is there with other content, 412 when {@code If-Match}
   *     doesn't hold for the list
   * @throws Refusal when it can't be read, or the graph would not be sound
   */
  void post(Context context) throws IOException {
    access.require(context.req());
    Preconditions.of(context.req()).requireList(OpEdReading.tags(context, graph.commit()));
    FindingsAnswer.ofRefused(
        context,
        () -> {
          List<Source> sources = bodies.read(context.req());
          List<Outcome> outcomes =
              sources.size() == 1 ? List.of(added(sources.getFirst())) : addedAll(sources);
          answer(context, outcomes);
        });
  }

  /**
   * {@code PUT /op-eds/{name}}: makes it the op-ed of the body, RFC 9110, section 9.3.4.
   *
   * @throws ProblemException 412 when a precondition doesn't hold, 422 when the body is of another
   *     op-ed
   * @throws Refusal when it can't be read, or the graph would not be sound
   */
  void put(Context context) throws IOException {
    access.require(context.req());
    Node name = OpEdPath.graph(context.pathParam(OpEds.NAME));
    Preconditions preconditions = Preconditions.of(context.req());
    FindingsAnswer.ofRefused(
        context,
        () -> {
          Source source = only(bodies.read(context.req()), name);
          answer(
              context,
              List.of(
                  new Outcome.Stored(
                      loader.load(
                          source,
                          (dataset, _) -> preconditions.require(OpEdVersion.of(dataset, name))))));
        });
  }

  /**
   * {@code DELETE /op-eds/{name}}: removes it, RFC 9110, section 9.3.5.
   *
   * @throws ProblemException 404 when there is none, 409 when others need it, 412 when a
   *     precondition doesn't hold
   */
  void delete(Context context) {
    access.require(context.req());
    Node name = OpEdPath.graph(context.pathParam(OpEds.NAME));
    Preconditions preconditions = Preconditions.of(context.req());
    try {
      Commit commit =
          graph.commit(
              candidate -> {
                preconditions.require(OpEdVersion.of(candidate.dataset(), name));
                if (!candidate.dataset().containsGraph(name)) {
                  throw OpEdPath.missing(name);
                }
                refuseUsed(name, Use.ofDescribedIn(name, candidate.dataset()));
                candidate.replace(name, Set.of(), Places.none());
              });
      context.status(204).header(EntityTag.COMMIT, Long.toString(commit.number()));
    } catch (Refusal refused) {
      throw new ProblemException(
          Problems.withFindings(
              Problem.of(
                  409,
                  "%s can't be removed, as the graph would not be sound without it.\n%s"
                      .formatted(ShortName.of(name), refused.findings())),
              refused.findings()));
    }
  }

  private Outcome added(Source source) {
    try {
      return new Outcome.Stored(
          loader.load(
              source,
              (dataset, changes) -> {
                if (changes && dataset.containsGraph(source.graph())) {
                  throw new OtherContentException();
                }
              }));
    } catch (OtherContentException _) {
      return new Outcome.Conflict(source.graph());
    }
  }

  /**
   * Several, examined together before the first is stored. One may name what another describes, so
   * those that are refused are tried again as long as others are stored.
   */
  private List<Outcome> addedAll(List<Source> sources) {
    Findings findings = loader.check(sources);
    if (findings.hasFaults()) {
      throw new Refusal(ErrorCategory.REFUSED, findings);
    }
    List<Outcome> outcomes = new ArrayList<>();
    List<Source> left = sources;
    while (!left.isEmpty()) {
      List<Source> again = new ArrayList<>();
      List<Outcome> refused = new ArrayList<>();
      for (Source source : left) {
        try {
          outcomes.add(added(source));
        } catch (Refusal refusal) {
          again.add(source);
          refused.add(new Outcome.Refused(source.graph(), refusal));
        }
      }
      if (again.size() == left.size()) {
        outcomes.addAll(refused);
        break;
      }
      left = again;
    }
    return outcomes;
  }

  private static Source only(List<Source> sources, Node name) {
    if (sources.size() > 1 || !sources.getFirst().graph().equals(name)) {
      String described =
          sources.stream()
              .map(source -> OpEdPath.slug(source.graph()))
              .sorted()
              .collect(Collectors.joining(", "));
      throw new ProblemException(
          422,
          "The URL names the op-ed %s, and the body describes %s. PUT takes the one op-ed that the URL names."
              .formatted(OpEdPath.slug(name), described));
    }
    return sources.getFirst();
  }

  private static void refuseUsed(Node name, List<Use> uses) {
    if (!uses.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  409,
                  "%s can't be removed: other graphs name what it alone describes. %s. Remove or replace those first."
                      .formatted(
                          ShortName.of(name),
                          uses.stream().map(Use::toString).collect(Collectors.joining("; "))))
              .with("uses", Use.json(uses)));
    }
  }

  private static void answer(Context context, List<Outcome> outcomes) {
    List<Outcome> failed =
        outcomes.stream().filter(outcome -> !(outcome instanceof Outcome.Stored)).toList();
    if (!failed.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  failed.stream().anyMatch(Outcome.Conflict.class::isInstance) ? 409 : 422,
                  failed.stream().map(OpEdWriting::told).collect(Collectors.joining(" "))
                      + (failed.size() < outcomes.size() ? " The other op-eds are stored." : ""))
              .with("opEds", Outcome.json(outcomes)));
    }
    long commit =
        outcomes.stream()
            .map(Outcome.Stored.class::cast)
            .mapToLong(stored -> stored.report().commit().number())
            .max()
            .orElseThrow();
    List<Outcome> added = outcomes.stream().filter(Outcome::isNew).toList();
    if (added.size() == 1) {
      context.header("Location", OpEdPath.of(added.getFirst().graph()));
    }
    JsonObject json = new JsonObject();
    json.put("commit", commit);
    json.put("opEds", Outcome.json(outcomes));
    context
        .status(added.isEmpty() ? 200 : 201)
        .header(EntityTag.COMMIT, Long.toString(commit))
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(JSON.toString(json) + "\n");
  }

  private static String told(Outcome failed) {
    return switch (failed) {
      case Outcome.Conflict conflict ->
          "%s is there with other content, and was left as it is. To replace it, PUT it to %s."
              .formatted(ShortName.of(conflict.graph()), OpEdPath.of(conflict.graph()));
      case Outcome.Refused refused ->
          "%s was refused: %s"
              .formatted(ShortName.of(refused.graph()), refused.refusal().getMessage());
      case Outcome.Stored stored -> throw new IllegalStateException(stored + " has not failed");
    };
  }

  /** Ends a load within its commit. */
  private static final class OtherContentException extends RuntimeException {}
}
