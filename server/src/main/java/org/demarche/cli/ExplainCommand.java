package org.demarche.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.demarche.entail.Entailment;
import org.demarche.entail.Explanation;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.validate.ShortName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche explain}. */
@Command(
    name = "explain",
    description = {
      "Tells why a triple holds: which graphs say so, or which rule concludes it",
      "from which triples, down to what is written.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche explain agreement/gsomia-japan-south-korea dem:party actor/japan",
      "  demarche explain actor/japan dem:allyOf actor/united-states",
      "  demarche explain statement/botto-2019-gsomia/F037 a dem:Recommendation",
      "",
      "A term is an IRI, a prefixed name such as dem:party, a thing such as",
      "actor/japan, or a literal such as '\"P4\"'. The rules are those of OWL 2 RL,",
      "by their W3C names, and dem-party. Where the triple doesn't hold, the exit",
      "code is 1."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final String INDENT = "  ";

  @Parameters(index = "0", paramLabel = "SUBJECT", description = "What the triple is about.")
  private String subject = "";

  @Parameters(index = "1", paramLabel = "PREDICATE", description = "The property; a is rdf:type.")
  private String predicate = "";

  @Parameters(index = "2", paramLabel = "OBJECT", description = "The value.")
  private String object = "";

  @Mixin private DataFolder.Read data = new DataFolder.Read();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Triple triple = Triple.create(term(subject), term(predicate), term(object));
    try (KnowledgeGraph graph = data.open();
        Snapshot snapshot = graph.snapshot()) {
      Optional<Explanation> explanation = Entailment.explain(snapshot.dataset(), triple);
      PrintWriter out = spec.commandLine().getOut();
      explanation.ifPresentOrElse(
          it -> print(it, "", out),
          () ->
              out.println(
                  text(triple) + "\n" + INDENT + "No graph says so, and it doesn't follow."));
      out.flush();
      return explanation.isPresent() ? ExitCode.FINE : ExitCode.REFUSED;
    }
  }

  private static void print(Explanation explanation, String indent, PrintWriter out) {
    out.println(indent + text(explanation.triple()));
    switch (explanation) {
      case Explanation.Asserted asserted ->
          out.println(
              indent
                  + INDENT
                  + "written in "
                  + asserted.graphs().stream()
                      .map(ShortName::of)
                      .collect(Collectors.joining(", ")));
      case Explanation.Entailed entailed -> {
        out.println(indent + INDENT + "follows by " + entailed.rule() + " from");
        entailed.premises().forEach(premise -> print(premise, indent + INDENT + INDENT, out));
      }
    }
  }

  private static String text(Triple triple) {
    return "%s %s %s"
        .formatted(
            ShortName.of(triple.getSubject()),
            ShortName.of(triple.getPredicate()),
            ShortName.of(triple.getObject()));
  }

  private Node term(String written) {
    return ShortName.parse(written)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "Not a term: %s. Write an IRI, a prefixed name such as dem:party, a thing such as"
                            .formatted(written)
                        + " actor/japan, or a literal such as '\"P4\"'."));
  }
}
