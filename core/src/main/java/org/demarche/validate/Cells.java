package org.demarche.validate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Where things and their properties are written in a table, be a cell filled in or still empty. So
 * what is missing is reported where it belongs.
 */
public interface Cells {
  /** Those of text files, in which nothing has a place before it is written. */
  Cells NONE =
      new Cells() {
        @Override
        public Optional<Place> row(Node subject) {
          return Optional.empty();
        }

        @Override
        public Optional<Place> cell(Node subject, Node property) {
          return Optional.empty();
        }

        @Override
        public Finding inWords(Finding finding) {
          return finding;
        }
      };

  /** The cells of several tables, the first that has the thing and the property. */
  static Cells ofAll(Collection<Cells> several) {
    List<Cells> some = several.stream().filter(cells -> !cells.equals(NONE)).toList();
    return some.isEmpty()
        ? NONE
        : new Cells() {
          @Override
          public Optional<Place> row(Node subject) {
            return some.stream()
                .map(cells -> cells.row(subject))
                .flatMap(Optional::stream)
                .findFirst();
          }

          @Override
          public Optional<Place> cell(Node subject, Node property) {
            return some.stream()
                .map(cells -> cells.cell(subject, property))
                .flatMap(Optional::stream)
                .findFirst();
          }

          @Override
          public Finding inWords(Finding finding) {
            Finding told = finding;
            for (Cells cells : some) {
              told = cells.inWords(told);
            }
            return told;
          }
        };
  }

  /** The row that describes a thing; empty where there is none. */
  Optional<Place> row(Node subject);

  /** The cell; empty where there is no row for the thing, or no column for the property. */
  Optional<Place> cell(Node subject, Node property);

  /**
   * The finding in the words of the tables, for those who write them and not RDF. One that is
   * elsewhere comes back as it is.
   */
  Finding inWords(Finding finding);
}
