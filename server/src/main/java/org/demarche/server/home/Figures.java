package org.demarche.server.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import org.demarche.server.pages.Label;

/**
 * What is in the graph, as one commit left it.
 *
 * @param opEds how many there are
 * @param statements how many there are in all op-eds together
 * @param actors how many there are
 * @param agreements how many there are
 * @param events how many there are
 * @param triples each counted once for each graph that holds it
 * @param corpus the first op-eds, by title
 * @param graphs how many named graphs there are
 * @param largest the named graphs with the most triples, by IRI
 */
public record Figures(
    long opEds,
    long statements,
    long actors,
    long agreements,
    long events,
    long triples,
    List<OpEd> corpus,
    long graphs,
    List<Graph> largest) {

  /** Copies the lists. */
  public Figures {
    corpus = List.copyOf(corpus);
    largest = List.copyOf(largest);
  }

  /**
   * A coded op-ed.
   *
   * @param title or its IRI in short where there is no title
   * @param href its page
   * @param graph where its graph can be read
   * @param authors their names, or empty
   * @param outlet its name, or empty
   * @param statements how many it makes
   */
  public record OpEd(
      Label title, String href, String graph, String authors, String outlet, long statements) {}

  /**
   * A named graph.
   *
   * @param iri its name
   * @param triples how many it holds
   */
  public record Graph(String iri, long triples) {
    /** Where the graph can be read. */
    public String link() {
      return Figures.link(iri);
    }
  }

  /** Where a named graph can be read. */
  static String link(String graph) {
    return "/data?graph=" + URLEncoder.encode(graph, UTF_8);
  }
}
