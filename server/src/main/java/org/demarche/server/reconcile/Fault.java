package org.demarche.server.reconcile;

/** Something is wrong with one query of a batch, which doesn't harm the others. */
final class Fault extends RuntimeException {
  private final String sentences;

  /** Says what is wrong, where, and what would be right. */
  Fault(String sentences) {
    super(sentences);
    this.sentences = sentences;
  }

  /** What is wrong, for the client. */
  String sentences() {
    return sentences;
  }
}
