package org.demarche.entail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.GraphRoles;

/**
 * Computes what follows: the part of <a
 * href="https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules">OWL
 * 2 RL</a> that Demarche promises, as written in {@code entailment.rules} beside this class. From
 * scratch, so that what no longer follows is gone; {@link Upkeep} does the same by the differences
 * of a change. Stateless; thread-safe.
 */
public final class Entailment {
  static final List<Rule> RULES = rules();
  private static final String RULES_SHA256 = DigestUtils.sha256Hex(RULES.toString());

  private Entailment() {}

  /**
   * What entailment starts from: all that is written but the shapes and the queries, which are no
   * claims, and what commits keep.
   *
   * @param dataset is only read
   * @return a copy, in memory
   */
  public static Graph premises(DatasetGraph dataset) {
    Graph premises = GraphMemFactory.createDefaultGraphSameTerm();
    Iter.asStream(dataset.listGraphNodes())
        .filter(GraphRoles::isPremise)
        .forEach(graph -> dataset.getGraph(graph).find().forEachRemaining(premises::add));
    return premises;
  }

  /**
   * What follows from a graph and isn't in it.
   *
   * @param asserted is only read
   * @return without blank nodes, which nobody could look up, and without what says nothing: that a
   *     class is below itself, or that something is a thing
   */
  public static Set<Triple> of(Graph asserted) {
    Set<Triple> news = new HashSet<>();
    entailed(asserted, false)
        .getDeductionsGraph()
        .find()
        .filterKeep(triple -> isWorthTelling(triple) && !asserted.contains(triple))
        .forEach(news::add);
    return news;
  }

  /**
   * Why a triple holds. Entails everything anew, in memory.
   *
   * @param dataset is only read
   * @return one explanation, though there may be others; empty when the triple doesn't hold
   */
  public static Optional<Explanation> explain(DatasetGraph dataset, Triple triple) {
    return derivations(dataset).of(triple);
  }

  /** Tells apart what was inferred by other rules: their hash, in hexadecimal. */
  public static String rulesSha256() {
    return RULES_SHA256;
  }

  static Derivations derivations(DatasetGraph dataset) {
    return new Derivations(dataset, entailed(premises(dataset), true));
  }

  static InfGraph entailed(Graph asserted, boolean withDerivations) {
    GenericRuleReasoner reasoner = new GenericRuleReasoner(RULES);
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    reasoner.setDerivationLogging(withDerivations);
    InfGraph entailed = reasoner.bind(asserted);
    entailed.prepare();
    return entailed;
  }

  static boolean isWorthTelling(Triple triple) {
    Node subject = triple.getSubject();
    Node object = triple.getObject();
    return subject.isURI()
        && !object.isBlank()
        && !isTrivial(triple.getPredicate(), subject, object);
  }

  private static boolean isTrivial(Node predicate, Node subject, Node object) {
    if (predicate.equals(RDF.Nodes.type) || predicate.equals(RDFS.Nodes.subClassOf)) {
      return isOfEverything(object) || subject.equals(object);
    }
    return predicate.equals(RDFS.Nodes.subPropertyOf) && subject.equals(object);
  }

  /** Whether it is a class that everything is of. */
  static boolean isOfEverything(Node type) {
    return type.equals(OWL.Thing.asNode()) || type.equals(RDFS.Nodes.Resource);
  }

  private static List<Rule> rules() {
    try (InputStream in = Entailment.class.getResourceAsStream("entailment.rules")) {
      if (in == null) {
        throw new IllegalStateException("entailment.rules is missing beside " + Entailment.class);
      }
      return Rule.parseRules(
          Rule.rulesParserFromReader(
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
