package org.demarche.search;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * {@code text:query} of <a href="https://jena.apache.org/documentation/query/text-query.html">
 * jena-text</a>, for a dataset that has its own index:
 *
 * <pre>{@code
 * PREFIX text: <http://jena.apache.org/text#>
 * (?thing ?score ?literal ?graph ?property) text:query (rdfs:label "일본" 10 "lang:ko")
 * }</pre>
 *
 * <p>It finds what the pattern's graph says: the default graph, or that of {@code GRAPH}. The rows
 * come by descending score where the score is asked for. What can't be read ends the query by a
 * {@link QueryExecException} that says what would be right, where jena-text finds nothing.
 */
public final class TextProperty extends TextQueryPF {
  /** The IRI of {@code text:query}. */
  public static final String IRI = TextQuery.NS + "query";

  private static final Symbol SEARCHER = Symbol.create("https://w3id.org/demarche/searcher");
  private static final String LANGUAGE = "lang:";

  private final Optional<Function<QueryException, ? extends Error>> ending;

  private TextProperty(Optional<Function<QueryException, ? extends Error>> ending) {
    this.ending = ending;
  }

  /**
   * Lets the queries of a dataset search.
   *
   * @param dataset its context
   * @param searcher gives the texts that the calling thread's transaction sees, to be closed
   */
  public static void install(Context dataset, Supplier<Searcher> searcher) {
    dataset.set(SEARCHER, searcher);
    PropertyFunctionRegistry properties = PropertyFunctionRegistry.standardRegistry();
    properties.put(IRI, iri -> new TextProperty(Optional.empty()));
    PropertyFunctionRegistry.set(dataset, properties);
  }

  /**
   * Makes what evaluates {@code text:query}; for registries.
   *
   * @param ending what ends a query that can't be read. An exception would not do: within a {@code
   *     FILTER} the engine takes every exception for "false" and goes on
   */
  public static PropertyFunctionFactory factory(Function<QueryException, ? extends Error> ending) {
    return iri -> new TextProperty(Optional.of(ending));
  }

  @Override
  public void build(
      PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext execution) {
    try {
      prepare(subject, predicate, object, execution);
    } catch (QueryException unreadable) {
      throw ended(unreadable);
    }
  }

  private void prepare(
      PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext execution) {
    boolean tellsGraphs = subject.isList() && subject.getArgListSize() > 3;
    Context context = execution.getContext().copy();
    context.set(
        TextQuery.textIndex,
        new GraphTexts(
            searcher(execution.getContext()),
            execution.getActiveGraph(),
            tellsGraphs,
            Optional.ofNullable(execution.getCancelSignal())));
    super.build(
        subject,
        predicate,
        object,
        ExecutionContext.create(execution.getDataset(), execution.getActiveGraph(), context));
  }

  @Override
  public QueryIterator exec(
      Binding binding,
      PropFuncArg subject,
      Node predicate,
      PropFuncArg object,
      ExecutionContext execution) {
    try {
      return rows(binding, subject, predicate, object, execution);
    } catch (QueryException unreadable) {
      throw ended(unreadable);
    }
  }

  /** A query that is cancelled is over as it is. */
  private QueryException ended(QueryException unreadable) {
    if (ending.isPresent() && !(unreadable instanceof QueryCancelledException)) {
      throw ending.get().apply(unreadable);
    }
    return unreadable;
  }

  private QueryIterator rows(
      Binding binding,
      PropFuncArg subject,
      Node predicate,
      PropFuncArg object,
      ExecutionContext execution) {
    PropFuncArg asked = Substitute.substitute(object, binding);
    requireReadable(asked.isList() ? asked.getArgList() : List.of(asked.getArg()));
    QueryIterator found = super.exec(binding, subject, predicate, asked, execution);
    @Nullable Var score = score(subject);
    if (score == null) {
      return found;
    }
    List<Binding> rows = new ArrayList<>();
    found.forEachRemaining(rows::add);
    // jena-text puts its hits into a hash table.
    rows.sort(comparing((Binding row) -> number(row, score), Comparator.reverseOrder()));
    return QueryIterPlainWrapper.create(rows.iterator(), execution);
  }

  private static @Nullable Var score(PropFuncArg subject) {
    return subject.isList() && subject.getArgListSize() > 1 && subject.getArg(1).isVariable()
        ? Var.alloc(subject.getArg(1))
        : null;
  }

  private static double number(Binding row, Var score) {
    Node value = row.get(score);
    return value != null && value.getLiteralValue() instanceof Number number
        ? number.doubleValue()
        : 0;
  }

  @SuppressWarnings("unchecked")
  private static Supplier<Searcher> searcher(Context context) {
    Supplier<Searcher> searcher = context.get(SEARCHER);
    if (searcher == null) {
      throw new QueryExecException("text:query finds nothing here: this dataset has no index.");
    }
    return searcher;
  }

  /** Properties, the text, then perhaps a limit, then perhaps a language. */
  private static void requireReadable(List<Node> arguments) {
    int next = 0;
    while (next < arguments.size() && arguments.get(next).isURI()) {
      requireSearched(arguments.get(next));
      next++;
    }
    if (next == arguments.size() || !isText(arguments.get(next))) {
      throw unreadable(
          "it needs a text, after the properties if there are any, and that must be bound");
    }
    next++;
    if (next < arguments.size() && !isText(arguments.get(next))) {
      if (!isWhole(arguments.get(next))) {
        throw unreadable("after the text comes how many are wanted at most, such as 10");
      }
      next++;
    }
    for (Node option : arguments.subList(next, arguments.size())) {
      if (!isText(option) || !option.getLiteralLexicalForm().startsWith(LANGUAGE)) {
        throw unreadable("at its end only a language may stand, such as \"lang:ko\"");
      }
    }
  }

  private static void requireSearched(Node property) {
    if (Wording.of(property).isEmpty()) {
      throw unreadable(
          "the texts of <"
              + property.getURI()
              + "> are not searched, but those of "
              + Wording.searched().stream()
                  .map(Node::getURI)
                  .sorted()
                  .reduce((one, other) -> one + ", " + other)
                  .orElse(""));
    }
  }

  private static boolean isText(Node node) {
    return node.isLiteral()
        && (!node.getLiteralLanguage().isEmpty()
            || node.getLiteralDatatype().equals(XSDDatatype.XSDstring));
  }

  private static boolean isWhole(Node node) {
    return node.isLiteral()
        && node.getLiteral().isWellFormed()
        && node.getLiteralValue() instanceof Integer;
  }

  private static QueryExecException unreadable(String why) {
    return new QueryExecException(
        "text:query can't be read: "
            + why
            + ". It is written (?thing ?score ?literal) text:query (rdfs:label \"일본\" 10"
            + " \"lang:ko\").");
  }
}
