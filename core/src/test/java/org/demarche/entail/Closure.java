package org.demarche.entail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;

/**
 * The closure of OWL 2 RL, from scratch and by other means than {@link Entailment}: SPARQL, run
 * until nothing new comes out, also for domains and ranges.
 */
public final class Closure {
  private static final List<Query> RULES = rules();

  private Closure() {}

  /** What follows from a dataset and isn't written in it, as far as it is worth telling. */
  public static Set<Triple> of(DatasetGraph dataset) {
    Graph closure = Entailment.premises(dataset);
    int before;
    do {
      before = closure.size();
      for (Query rule : RULES) {
        try (QueryExec execution = QueryExec.graph(closure).query(rule).build()) {
          execution.construct().find().toList().forEach(closure::add);
        }
      }
    } while (closure.size() > before);
    return closure.stream()
        .filter(Closure::isWorthTelling)
        .filter(triple -> !isWritten(dataset, triple))
        .collect(Collectors.toSet());
  }

  private static boolean isWritten(DatasetGraph dataset, Triple triple) {
    return dataset.stream(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
        .anyMatch(quad -> !quad.getGraph().equals(org.demarche.ontology.Graphs.INFERRED));
  }

  private static boolean isWorthTelling(Triple triple) {
    return triple.getSubject().isURI()
        && !triple.getObject().isBlank()
        && !triple.getObject().equals(OWL.Thing.asNode())
        && !triple.getObject().equals(RDFS.Nodes.Resource)
        && !(triple.getSubject().equals(triple.getObject())
            && triple.getPredicate().getURI().startsWith(RDFS.getURI()));
  }

  private static List<Query> rules() {
    try (InputStream in = Objects.requireNonNull(Closure.class.getResourceAsStream("owl2-rl.rq"))) {
      String[] parts =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^### \\S+\\s");
      return Arrays.stream(parts)
          .skip(1)
          .map(rule -> QueryFactory.create(parts[0] + rule))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
