package org.demarche.queries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A question with blanks: a SPARQL query whose parameters are variables, so that it also runs as it
 * stands in any SPARQL tool.
 *
 * <p>Values are put into the parsed query as RDF terms and never into its text: no value can change
 * what is asked. Immutable; the query is not to be changed by those who get it.
 *
 * @param name by which it is called
 * @param theme the folder it stands in
 * @param summary what it answers, in a line
 * @param description what it answers, in some sentences
 * @param tags words to find it by
 * @param picture what draws its answer best
 * @param parameters in the order of their names
 * @param example the query part of a URL that gives rows
 * @param query parsed, parameters still open
 */
public record CannedQuery(
    String name,
    String theme,
    String summary,
    String description,
    List<String> tags,
    Picture picture,
    List<Parameter> parameters,
    String example,
    Query query) {

  /** What draws an answer best. */
  public enum Picture {
    TABLE,
    TIMELINE,
    NETWORK,
    BAR
  }

  public CannedQuery {
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
  }

  /** Whether the answer is a graph, of a {@code CONSTRUCT}, and no table. */
  public boolean constructs() {
    return query.isConstructType();
  }

  /** The parameter of a name. */
  public Optional<Parameter> parameter(String parameterName) {
    return parameters.stream().filter(it -> it.name().equals(parameterName)).findFirst();
  }

  /**
   * Fills the blanks.
   *
   * @param values by the parameters' names, as a query string gives them; an empty text counts as
   *     not given, since forms send those
   * @throws BadParametersException naming every value that is missing, unknown, repeated or of
   *     another type, with what was expected
   */
  public BoundQuery bind(Map<String, List<String>> values) {
    Map<String, String> given = Binding.of(this, values).checked();
    Map<Parameter, Node> terms = new LinkedHashMap<>();
    Map<Var, Node> substitution = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Optional.ofNullable(given.get(parameter.name()))
          .flatMap(parameter.type()::term)
          .ifPresent(
              term -> {
                terms.put(parameter, term);
                substitution.put(parameter.variable(), term);
              });
    }
    return new BoundQuery(this, terms, QueryTransformOps.replaceVars(query, substitution));
  }
}
