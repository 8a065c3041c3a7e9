package org.demarche.server.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/**
 * What is in the graph, as one commit left it.
 *
 * @param commit the number of that commit
 * @param opEds the corpus, by title
 * @param statements how many there are in all op-eds together
 * @param actors how many there are
 * @param agreements how many there are
 * @param graphs the named graphs, by IRI
 */
public record Figures(
    long commit,
    List<OpEd> opEds,
    long statements,
    long actors,
    long agreements,
    List<Graph> graphs) {

  /** Copies the lists. */
  public Figures {
    opEds = List.copyOf(opEds);
    graphs = List.copyOf(graphs);
  }

  /**
   * A coded op-ed.
   *
   * @param title or its IRI where there is no title
   * @param authors their names, or empty
   * @param outlet its name, or empty
   * @param statements how many it makes
   */
  public record OpEd(String title, String authors, String outlet, long statements) {}

  /**
   * A named graph.
   *
   * @param iri its name
   * @param triples how many it holds
   */
  public record Graph(String iri, long triples) {
    /** Where the graph can be read. */
    public String link() {
      return "/data?graph=" + URLEncoder.encode(iri, UTF_8);
    }
  }

  /** All triples, each counted once per graph that holds it. */
  public long triples() {
    return graphs.stream().mapToLong(Graph::triples).sum();
  }
}
