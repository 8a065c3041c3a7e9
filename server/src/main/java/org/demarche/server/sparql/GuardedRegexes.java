package org.demarche.server.sparql;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;

/**
 * Regular expressions that end with the time of the query. Matching may take exponential time, with
 * java.util.regex as with Xerces, and neither looks at a clock. So {@code REGEX} and {@code
 * REPLACE} match against a text that does: once the query is cancelled, it gives no more
 * characters.
 */
final class GuardedRegexes {
  private GuardedRegexes() {}

  /**
   * What Jena does to a query before it runs, with the functions replaced first: it evaluates calls
   * with constant arguments already then, when no time-out counts yet.
   */
  static RewriteFactory rewriting() {
    return context ->
        query ->
            Optimize.stdOptimizationFactory
                .create(context)
                .rewrite(Transformer.transform(new TransformCopy(), new Replacing(), query));
  }

  private static final class Replacing extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
      return switch (function) {
        case E_Regex _ -> new Guarded(new Matching(), arguments);
        case E_StrReplace replace -> new Guarded(new Rehearsed(replace), arguments);
        default -> super.transform(function, arguments);
      };
    }
  }

  /** Evaluates a function of text and pattern, whose text may refuse to go on. */
  private sealed interface Evaluation {
    NodeValue evaluate(GuardedText text, Pattern pattern, List<NodeValue> arguments);

    String name();

    /** Where the flags are among the arguments, if given. */
    int flags();
  }

  private record Matching() implements Evaluation {
    @Override
    public NodeValue evaluate(GuardedText text, Pattern pattern, List<NodeValue> arguments) {
      return NodeValue.booleanReturn(pattern.matcher(text).find());
    }

    @Override
    public String name() {
      return "regex";
    }

    @Override
    public int flags() {
      return 2;
    }
  }

  /** Finds all matches in the guarded text first; replacing them for real takes no longer then. */
  private record Rehearsed(E_StrReplace replace) implements Evaluation {
    @Override
    public NodeValue evaluate(GuardedText text, Pattern pattern, List<NodeValue> arguments) {
      pattern.matcher(text).results().forEach(found -> {});
      return replace.eval(arguments);
    }

    @Override
    public String name() {
      return "replace";
    }

    @Override
    public int flags() {
      return 3;
    }
  }

  private static final class Guarded extends ExprFunctionN {
    private final Evaluation evaluation;

    Guarded(Evaluation evaluation, ExprList arguments) {
      super(evaluation.name(), arguments);
      this.evaluation = evaluation;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv environment) {
      String text = string(arguments.get(0));
      String flags =
          arguments.size() > evaluation.flags() ? string(arguments.get(evaluation.flags())) : "";
      Pattern pattern = RegexEngine.makePattern(evaluation.name(), string(arguments.get(1)), flags);
      AtomicBoolean cancelled = Context.getCancelSignal(environment.getContext());
      return evaluation.evaluate(new GuardedText(text, cancelled), pattern, arguments);
    }

    /** Without an environment there is no clock, as where Jena tries to do work in advance. */
    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      throw new ExprEvalException(evaluation.name() + " is evaluated when the query runs");
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Guarded(evaluation, arguments);
    }

    private String string(NodeValue argument) {
      return NodeValueOps.checkAndGetStringLiteral(evaluation.name(), argument)
          .getLiteralLexicalForm();
    }
  }

  /** A text that ends the matching, by an exception, once the query is cancelled. */
  private static final class GuardedText implements CharSequence {
    private static final int CHARACTERS_BETWEEN_LOOKS = 1024;

    private final String text;
    private final AtomicBoolean cancelled;
    private int untilLook = CHARACTERS_BETWEEN_LOOKS;

    GuardedText(String text, AtomicBoolean cancelled) {
      this.text = text;
      this.cancelled = cancelled;
    }

    @Override
    public char charAt(int index) {
      if (--untilLook < 0) {
        untilLook = CHARACTERS_BETWEEN_LOOKS;
        if (cancelled.get()) {
          throw new QueryCancelledException();
        }
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.subSequence(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
