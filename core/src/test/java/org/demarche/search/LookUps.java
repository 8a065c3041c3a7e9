package org.demarche.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Namespaces;

/** What people look for in the data that comes with Demarche, and what they should find. */
final class LookUps {
  private LookUps() {}

  /**
   * A look-up.
   *
   * @param typed by a person
   * @param expected any of these, each below {@code id:}
   * @param why what it shows
   */
  record LookUp(String typed, Set<String> expected, String why) {

    /** At which place among the things found the first expected one stands, from 1. */
    OptionalInt rank(List<Hit> hits) {
      return IntStream.rangeClosed(1, hits.size())
          .filter(
              place ->
                  expected.contains(
                      hits.get(place - 1).thing().getURI().substring(Namespaces.ID.length())))
          .findFirst();
    }

    @Override
    public String toString() {
      return typed + " (" + why + ")";
    }
  }

  static List<LookUp> all() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LookUps.class.getResourceAsStream("look-ups.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new LookUp(cells[0], Set.of(cells[1].split(" ")), cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes with Demarche, and names in Korean and Japanese that it lacks so far. */
  static KnowledgeGraph graph() {
    KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
    new Loader(graph).load(Manifest.onClassPath().sources());
    return graph;
  }
}
