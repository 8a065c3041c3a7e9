package org.demarche.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.demarche.validate.Cells;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/**
 * What a file says.
 *
 * @param triples where each stands, in the order of the file; those outside any named graph are in
 *     {@link Quad#defaultGraphIRI}
 * @param cells where what it doesn't say would be written
 * @param faults why it can't be read; {@code triples} is incomplete then
 */
public record FileContent(Map<Quad, Place> triples, Cells cells, List<Finding> faults) {

  /** What a text file says. */
  FileContent(Map<Quad, Place> triples, List<Finding> faults) {
    this(triples, Cells.NONE, faults);
  }

  /** The graphs that it names, {@link Quad#defaultGraphIRI} included. */
  Set<Node> graphs() {
    return triples.keySet().stream().map(Quad::getGraph).collect(Collectors.toSet());
  }
}
