package org.demarche.load;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;

/** The syntaxes that are read: those in which a triple has a line of its own, for messages. */
public enum Syntax {
  /** <a href="https://www.w3.org/TR/turtle/">Turtle</a>: the triples of one graph. */
  TURTLE(".ttl", false),

  /** <a href="https://www.w3.org/TR/trig/">TriG</a>: named graphs. */
  TRIG(".trig", true),

  /** <a href="https://www.w3.org/TR/n-triples/">N-Triples</a>: the triples of one graph. */
  N_TRIPLES(".nt", false),

  /** <a href="https://www.w3.org/TR/n-quads/">N-Quads</a>: named graphs. */
  N_QUADS(".nq", true);

  private final String extension;
  private final boolean namesGraphs;

  Syntax(String extension, boolean namesGraphs) {
    this.extension = extension;
    this.namesGraphs = namesGraphs;
  }

  /** The syntax that a file name's extension stands for; empty if it stands for none. */
  public static Optional<Syntax> ofFileName(String fileName) {
    return Arrays.stream(values())
        .filter(syntax -> fileName.endsWith(syntax.extension))
        .findFirst();
  }

  /** Whether a document says itself which graph a triple belongs to. */
  public boolean namesGraphs() {
    return namesGraphs;
  }

  Lang lang() {
    return switch (this) {
      case TURTLE -> Lang.TURTLE;
      case TRIG -> Lang.TRIG;
      case N_TRIPLES -> Lang.NTRIPLES;
      case N_QUADS -> Lang.NQUADS;
    };
  }

  /** All extensions, for messages. */
  static String extensions() {
    return Arrays.stream(values())
        .map(syntax -> syntax.extension)
        .collect(Collectors.joining(", "));
  }
}
