package org.demarche.entail;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Why a triple holds: a tree whose leaves are written in some named graph. Immutable. */
public sealed interface Explanation {

  /** What holds. */
  Triple triple();

  /**
   * It is written.
   *
   * @param graphs the named graphs that say so, by name; at least one
   */
  record Asserted(Triple triple, List<Node> graphs) implements Explanation {
    /** Copies the graphs. */
    public Asserted {
      graphs = List.copyOf(graphs);
    }
  }

  /**
   * It follows.
   *
   * @param rule the name of the rule in {@code entailment.rules}: that of <a
   *     href="https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules">OWL
   *     2 RL</a>, or one of our own, which begins with {@code dem-}
   * @param premises what the rule concludes it from, in the order of its conditions
   */
  record Entailed(Triple triple, String rule, List<Explanation> premises) implements Explanation {
    /** Copies the premises. */
    public Entailed {
      premises = List.copyOf(premises);
    }
  }
}
