package org.demarche.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;

/**
 * The shapes of {@code graph:shapes}, read once, and what each of them looks at. Immutable;
 * thread-safe.
 */
public final class ShapeSet {
  private final Optional<Shapes> shapes;
  private final String fault;
  private final Map<Node, List<Read>> reads = new HashMap<>();

  /** That a shape looks at triples. */
  record Read(Shape shape, ShapeReads.Pattern pattern) {}

  private ShapeSet(Optional<Shapes> shapes, String fault) {
    this.shapes = shapes;
    this.fault = fault;
    shapes.ifPresent(
        all -> {
          for (Shape shape : all.getTargetShapes()) {
            for (ShapeReads.Pattern pattern : ShapeReads.of(shape)) {
              reads
                  .computeIfAbsent(pattern.predicate(), _ -> new ArrayList<>())
                  .add(new Read(shape, pattern));
            }
          }
        });
  }

  /**
   * Reads shapes. Where they can't be read, every examination finds that.
   *
   * @param shapesGraph is only read
   */
  public static ShapeSet of(Graph shapesGraph) {
    try {
      return new ShapeSet(Optional.of(ShaclValidator.get().parse(shapesGraph)), "");
    } catch (ShaclException e) {
      return new ShapeSet(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** The shapes; empty when they can't be read. */
  Optional<Shapes> shapes() {
    return shapes;
  }

  /** Why they can't be read. */
  String fault() {
    return fault;
  }

  /** Who looks at triples with the property, those aside who look at any. */
  List<Read> reads(Node property) {
    return reads.getOrDefault(property, List.of());
  }
}
