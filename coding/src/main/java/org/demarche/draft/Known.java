package org.demarche.draft;

import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;

/**
 * A thing of the graph that articles name.
 *
 * @param node below {@code id:}
 * @param sort what it is
 */
public record Known(Node node, Sort sort) {

  /** Sorts of things that tell what a name may stand for. */
  public enum Sort {
    STATE,
    GOVERNMENT,
    PERSON,
    OTHER_ACTOR,
    AGREEMENT,
    POST,
    PLACE;

    /** Whether it can hold a view. */
    boolean isActor() {
      return switch (this) {
        case STATE, GOVERNMENT, PERSON, OTHER_ACTOR -> true;
        case AGREEMENT, POST, PLACE -> false;
      };
    }
  }

  /** As sheets refer to it: {@code actor/japan}. */
  public String reference() {
    return node.getURI().substring(Namespaces.ID.length());
  }
}
