package org.demarche.validate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Where a property of a thing would be written, were it there: the cell of a row that is still
 * empty. So what is missing is reported where it belongs.
 */
@FunctionalInterface
public interface Cells {
  /** Those of text files, in which nothing has a place before it is written. */
  Cells NONE = (subject, property) -> Optional.empty();

  /** The cells of several tables, the first that has the thing and the property. */
  static Cells ofAll(Collection<Cells> several) {
    List<Cells> some = several.stream().filter(cells -> !cells.equals(NONE)).toList();
    return some.isEmpty()
        ? NONE
        : (subject, property) ->
            some.stream()
                .map(cells -> cells.of(subject, property))
                .flatMap(Optional::stream)
                .findFirst();
  }

  /** The cell; empty where there is no row for the thing, or no column for the property. */
  Optional<Place> of(Node subject, Node property);
}
