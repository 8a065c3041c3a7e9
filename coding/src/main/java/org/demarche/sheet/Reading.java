package org.demarche.sheet;

import org.apache.jena.graph.Node;

/** What a value of a cell was taken for. */
sealed interface Reading {

  /** A term. */
  record Term(Node node) implements Reading {}

  /**
   * Nothing that may stand there.
   *
   * @param wrong what is wrong: a whole sentence
   * @param right what would be right: a whole sentence
   */
  record Wrong(String wrong, String right) implements Reading {}
}
