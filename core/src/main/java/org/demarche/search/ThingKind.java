package org.demarche.search;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;

/** What sort of thing an IRI names, as far as the IRI tells. */
public final class ThingKind {
  /** A code: a SKOS concept or scheme of ours. */
  public static final String CODE = "code";

  /** A class or property of the ontology. */
  public static final String TERM = "term";

  /** A named graph. */
  public static final String GRAPH = "graph";

  /** Anything named elsewhere. */
  public static final String OTHER = "other";

  private static final double USUAL = 0.7;

  /** What people look for first: who and what claims are about, then the claims, then the rest. */
  private static final Map<String, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry("actor", 1.0),
          Map.entry("agreement", 1.0),
          Map.entry("group", 0.9),
          Map.entry("place", 0.9),
          Map.entry("dispute", 0.9),
          Map.entry("op-ed", 0.9),
          Map.entry("post", 0.9),
          Map.entry("event", 0.8),
          Map.entry("measure", 0.8),
          Map.entry("situation", 0.7),
          Map.entry("coder", 0.5),
          Map.entry("statement", 0.5),
          Map.entry("participation", 0.5),
          Map.entry("membership", 0.5),
          Map.entry("status-period", 0.5),
          Map.entry(CODE, 0.6),
          Map.entry(TERM, 0.6),
          Map.entry(GRAPH, 0.4),
          Map.entry(OTHER, 0.4),
          Map.entry("coding", 0.3),
          Map.entry("passage", 0.3),
          Map.entry("picture", 0.3));

  private ThingKind() {}

  /**
   * The kind of a thing: what stands after {@code /id/} in its IRI, such as {@code actor}; else
   * {@link #CODE}, {@link #TERM}, {@link #GRAPH} or {@link #OTHER}.
   */
  public static String of(Node thing) {
    String iri = thing.isURI() ? thing.getURI() : "";
    if (iri.startsWith(Namespaces.ID)) {
      int end = iri.indexOf('/', Namespaces.ID.length());
      return end < 0 ? OTHER : iri.substring(Namespaces.ID.length(), end);
    }
    if (iri.startsWith(Namespaces.CODE)) {
      return CODE;
    }
    if (iri.startsWith(Namespaces.GRAPH)) {
      return GRAPH;
    }
    return iri.startsWith(Namespaces.DEM) ? TERM : OTHER;
  }

  /** How much a match counts, at most 1. */
  static double weight(String kind) {
    return WEIGHTS.getOrDefault(kind, USUAL);
  }
}
