package org.demarche.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.demarche.validate.Cells;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Place;
import org.demarche.validate.Places;

/**
 * What the files of a source say about its graph.
 *
 * @param triples of all files together
 * @param places where they stand
 * @param faults why they can't be read
 */
record SourceContent(Source source, Set<Triple> triples, Places places, List<Finding> faults) {

  static SourceContent of(Source source) {
    List<FileContent> contents = source.files().stream().map(FileReader::read).toList();
    Map<Quad, Place> placed = new LinkedHashMap<>();
    for (int i = 0; i < contents.size(); i++) {
      Node graph =
          source.files().get(i).syntax().namesGraphs() ? source.graph() : Quad.defaultGraphIRI;
      contents
          .get(i)
          .triples()
          .forEach(
              (quad, place) -> {
                if (quad.getGraph().equals(graph)) {
                  placed.putIfAbsent(Quad.create(source.graph(), quad.asTriple()), place);
                }
              });
    }
    Set<Triple> triples = new LinkedHashSet<>();
    placed.keySet().forEach(quad -> triples.add(quad.asTriple()));
    return new SourceContent(
        source,
        triples,
        Places.of(placed, Cells.ofAll(contents.stream().map(FileContent::cells).toList())),
        contents.stream().flatMap(content -> content.faults().stream()).toList());
  }

  /** Why any of them can't be read. */
  static Findings faults(Collection<SourceContent> contents) {
    return new Findings(contents.stream().flatMap(content -> content.faults().stream()).toList());
  }
}
