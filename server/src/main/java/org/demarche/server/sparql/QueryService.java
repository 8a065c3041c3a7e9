package org.demarche.server.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apache.jena.atlas.io.IOX;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.server.federation.AllowedServices;
import org.demarche.server.federation.ServiceEnd;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Queries: SPARQL 1.1 Protocol, section 2.1, in the syntax of SPARQL 1.2. The dataset, its
 * descriptions in the request and the time-out are Fuseki's; reading the query, refusing what
 * reaches outside, and writing the result are ours. Thread-safe.
 */
final class QueryService extends SPARQL_QueryDataset {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");

  private final Executions executions;
  private final LongSupplier commit;
  private final AllowedServices allowed;
  private final WithoutQuery withoutQuery;
  private final ForBrowsers forBrowsers;

  /**
   * @param commit tells the number of the commit that the thread's transaction sees
   * @param allowed which endpoints {@code SERVICE} may ask
   * @param withoutQuery answers those who only look at the endpoint
   * @param forBrowsers answers those who want a page
   */
  QueryService(
      Executions executions,
      LongSupplier commit,
      AllowedServices allowed,
      WithoutQuery withoutQuery,
      ForBrowsers forBrowsers) {
    this.executions = executions;
    this.commit = commit;
    this.allowed = allowed;
    this.withoutQuery = withoutQuery;
    this.forBrowsers = forBrowsers;
  }

  @Override
  public void execGet(HttpAction action) {
    if (isAnswered(action)) {
      return;
    }
    executeLifecycle(action);
  }

  @Override
  public void execHead(HttpAction action) {
    // The same headers as for GET; the server drops the body.
    execGet(action);
  }

  /** Whoever sends an update, or anything else, here has made a mistake and should hear of it. */
  private static boolean asksNothing(HttpAction action) {
    String inUrl = Optional.ofNullable(action.getRequest().getQueryString()).orElse("");
    return FormEncoding.parse(inUrl.getBytes(UTF_8)).keySet().stream().allMatch("format"::equals);
  }

  private boolean isAnswered(HttpAction action) {
    try {
      return forBrowsers.answer(action.getRequest(), action.getResponse())
          || (asksNothing(action)
              && withoutQuery.answer(action.getRequest(), action.getResponse()));
    } catch (IOException left) {
      throw IOX.exception(left);
    }
  }

  /** The form of the request was seen to by {@link ProtocolRequest}; the query is still missing. */
  @Override
  public void validate(HttpAction action) {
    String query = action.getRequestParameter(SparqlService.QUERY.subject());
    if (query == null || query.isBlank()) {
      throw new ProblemException(
          400,
          "There is no query. Give it as ?query= in the URL, as the field \"query\" of a form, or as"
              + " the body with the type application/sparql-query.");
    }
    requireSeconds(action.getRequestParameter("timeout"));
  }

  /** Fuseki, which shortens the time-out by it, would pass over what is no number. */
  private static void requireSeconds(@Nullable String timeout) {
    if (timeout != null
        && (!SECONDS.matcher(timeout).matches() || Double.parseDouble(timeout) == 0)) {
      throw new ProblemException(
          400, "\"" + timeout + "\" is no time-out. Give seconds, such as timeout=10.");
    }
  }

  @Override
  protected void execute(String text, HttpAction action) {
    executions.run(
        Kind.QUERY,
        action.getRequest(),
        action.getResponse(),
        text,
        execution -> execute(text, action, execution));
  }

  private void execute(String text, HttpAction action, Execution running) {
    Query query =
        SyntaxErrors.toldBy(
            () -> QueryFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxSPARQL_12));
    ServiceClauses.check(query, allowed);
    Offer<Lang> form = ResultForms.of(query).choose(Wish.of(action.getRequest()));
    action.beginRead();
    try {
      if (isKnown(query, form, action)) {
        running.notModified();
        return;
      }
      Pair<DatasetGraph, Query> target = decideDataset(action, query, "");
      try (QueryExec execution = createQueryExec(action, target.getRight(), target.getLeft())) {
        running.stoppedBy(execution);
        ResultWriter.write(query, execution, form, action, running);
      }
    } catch (ServiceEnd ended) {
      throw ended.reason();
    } finally {
      action.endRead();
    }
  }

  /** Tags the answer, where the same query on the same commit gives the same bytes. */
  private boolean isKnown(Query query, Offer<Lang> form, HttpAction action) {
    if (!action.getRequestMethod().equals("GET") && !action.getRequestMethod().equals("HEAD")) {
      return false;
    }
    if (!Repeatable.is(query)) {
      return false;
    }
    EntityTag tag = EntityTag.of(commit.getAsLong(), form.mediaType(), "");
    return tag.settles(action.getRequest(), action.getResponse());
  }
}
