package org.demarche.load;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;

/**
 * The syntaxes that are read. Files come in those in which a triple has a line of its own, for
 * messages; the others, without an extension here, are what programs send.
 */
public enum Syntax {
  /** <a href="https://www.w3.org/TR/turtle/">Turtle</a>: the triples of one graph. */
  TURTLE(".ttl", false),

  /** <a href="https://www.w3.org/TR/trig/">TriG</a>: named graphs. */
  TRIG(".trig", true),

  /** <a href="https://www.w3.org/TR/n-triples/">N-Triples</a>: the triples of one graph. */
  N_TRIPLES(".nt", false),

  /** <a href="https://www.w3.org/TR/n-quads/">N-Quads</a>: named graphs. */
  N_QUADS(".nq", true),

  /** <a href="https://www.w3.org/TR/rdf-syntax-grammar/">RDF/XML</a>: the triples of one graph. */
  RDF_XML(Optional.empty(), false),

  /**
   * <a href="https://www.w3.org/TR/json-ld11/">JSON-LD</a>, taken for one graph: what it puts into
   * a named graph is a fault. Its triples have no lines.
   */
  JSON_LD(Optional.empty(), false);

  private final Optional<String> extension;
  private final boolean namesGraphs;

  Syntax(String extension, boolean namesGraphs) {
    this(Optional.of(extension), namesGraphs);
  }

  Syntax(Optional<String> extension, boolean namesGraphs) {
    this.extension = extension;
    this.namesGraphs = namesGraphs;
  }

  /** The syntax that a file name's extension stands for; empty if it stands for none. */
  public static Optional<Syntax> ofFileName(String fileName) {
    return Arrays.stream(values())
        .filter(syntax -> syntax.extension.filter(fileName::endsWith).isPresent())
        .findFirst();
  }

  /** Whether a document says itself which graph a triple belongs to. */
  public boolean namesGraphs() {
    return namesGraphs;
  }

  /** Whether IRIs may be relative: in N-Triples and N-Quads they are not. */
  boolean knowsBase() {
    return switch (this) {
      case TURTLE, TRIG, RDF_XML, JSON_LD -> true;
      case N_TRIPLES, N_QUADS -> false;
    };
  }

  Lang lang() {
    return switch (this) {
      case TURTLE -> Lang.TURTLE;
      case TRIG -> Lang.TRIG;
      case N_TRIPLES -> Lang.NTRIPLES;
      case N_QUADS -> Lang.NQUADS;
      case RDF_XML -> Lang.RDFXML;
      case JSON_LD -> Lang.JSONLD;
    };
  }

  /** All extensions of files, for messages. */
  static String extensions() {
    return Arrays.stream(values())
        .map(syntax -> syntax.extension)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
