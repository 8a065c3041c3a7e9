package org.demarche.server.sparql;

import java.io.IOException;
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
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.problem.ProblemException;

/**
 * Queries: SPARQL 1.1 Protocol, section 2.1, in the syntax of SPARQL 1.2. The dataset, its
 * descriptions in the request and the time-out are Fuseki's; reading the query, refusing what
 * reaches outside, and writing the result are ours. Thread-safe.
 */
final class QueryService extends SPARQL_QueryDataset {
  private final WithoutQuery withoutQuery;

  /** With what answers those who only look at the endpoint. */
  QueryService(WithoutQuery withoutQuery) {
    this.withoutQuery = withoutQuery;
  }

  @Override
  public void execGet(HttpAction action) {
    if (action.getRequestParameter(SparqlService.QUERY.subject()) == null && isAnswered(action)) {
      return;
    }
    executeLifecycle(action);
  }

  @Override
  public void execHead(HttpAction action) {
    // The same headers as for GET; the server drops the body.
    execGet(action);
  }

  private boolean isAnswered(HttpAction action) {
    try {
      return withoutQuery.answer(action.getRequest(), action.getResponse());
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
  }

  @Override
  protected void execute(String text, HttpAction action) {
    Query query =
        SyntaxErrors.toldBy(
            () -> QueryFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxSPARQL_12));
    ServiceClauses.refuseIn(query);
    Offer<Lang> form = ResultForms.of(query).choose(Wish.of(action.getRequest()));
    action.beginRead();
    try {
      Pair<DatasetGraph, Query> target = decideDataset(action, query, "");
      try (QueryExec execution = createQueryExec(action, target.getRight(), target.getLeft())) {
        ResultWriter.write(query, execution, form, action);
      }
    } finally {
      action.endRead();
    }
  }
}
