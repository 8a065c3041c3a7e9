package org.demarche.server.sparql;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.modify.UsingList;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.demarche.server.federation.AllowedServices;
import org.demarche.server.federation.ServiceEnd;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/**
 * Changes: SPARQL 1.1 Protocol, section 2.2. A request is one change, made as a whole or not at
 * all; one that the dataset refuses at its commit is answered with 422 and the findings.
 * Thread-safe.
 */
final class UpdateService extends ActionService {
  private final Duration timeout;

  private final Executions executions;
  private final AllowedServices allowed;

  /** Changes that may take this long, the commit itself not counted. */
  UpdateService(Executions executions, Duration timeout, AllowedServices allowed) {
    this.executions = executions;
    this.timeout = timeout;
    this.allowed = allowed;
  }

  @Override
  public void execPost(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void validate(HttpAction action) {
    String update = action.getRequestParameter(SparqlService.UPDATE.subject());
    if (update == null || update.isBlank()) {
      throw new ProblemException(
          400,
          "There is no update. Give it as the field \"update\" of a form, or as the body with the"
              + " type application/sparql-update.");
    }
  }

  @Override
  public void execute(HttpAction action) {
    executions.run(
        Kind.UPDATE,
        action.getRequest(),
        action.getResponse(),
        action.getRequestParameter(SparqlService.UPDATE.subject()),
        _ -> update(action));
  }

  private void update(HttpAction action) {
    UpdateRequest update = parse(action);
    refuseLoad(update);
    ServiceClauses.check(update, allowed);
    action.beginWrite();
    try {
      UpdateExec.newBuilder()
          .context(action.getContext())
          .dataset(action.getActiveDSG())
          .update(update)
          // The dataset's context has no say here: an unset time-out would override it.
          .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .execute();
      action.commit();
    } catch (ServiceEnd ended) {
      action.abortSilent();
      throw ended.reason();
    } catch (RuntimeException | Error failed) {
      action.abortSilent();
      throw failed;
    } finally {
      action.endWrite();
    }
    action.setResponseStatus(204);
  }

  private static UpdateRequest parse(HttpAction action) {
    String text = action.getRequestParameter(SparqlService.UPDATE.subject());
    UpdateRequest update =
        SyntaxErrors.toldBy(
            () -> UpdateFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxSPARQL_12));
    try {
      return UsingList.modifyUpdateForUsingList(update, using(action));
    } catch (UpdateException _) {
      throw new ProblemException(
          400,
          "The request names its dataset by using-graph-uri or using-named-graph-uri, and the"
              + " update by USING or WITH. Use one of the two.");
    }
  }

  private static UsingList using(HttpAction action) {
    UsingList using = new UsingList();
    for (String iri : values(action, "using-graph-uri")) {
      using.addUsing(GraphName.of(iri));
    }
    for (String iri : values(action, "using-named-graph-uri")) {
      using.addUsingNamed(GraphName.of(iri));
    }
    return using;
  }

  private static String[] values(HttpAction action, String parameter) {
    String[] values = action.getRequestParameterValues(parameter);
    return values == null ? new String[0] : values;
  }

  private static void refuseLoad(UpdateRequest update) {
    update.getOperations().stream()
        .filter(UpdateLoad.class::isInstance)
        .map(UpdateLoad.class::cast)
        .findFirst()
        .ifPresent(
            load -> {
              throw new ProblemException(
                  403,
                  "LOAD <"
                      + load.getSource()
                      + "> is refused: an update over HTTP fetches no files and no documents. Send"
                      + " the triples themselves with INSERT DATA.");
            });
  }
}
