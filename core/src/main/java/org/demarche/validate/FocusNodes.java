package org.demarche.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds the focus nodes whose shapes a change may break: from each changed triple that a shape
 * looks at, back along the way on which the shape gets there. All others conform as they did.
 */
final class FocusNodes {
  private final ShapeSet shapes;
  private final Graph union;
  private final Map<Shape, Set<Node>> nodes = new HashMap<>();
  private final Set<Shape> complete = new HashSet<>();

  private FocusNodes(ShapeSet shapes, Graph union) {
    this.shapes = shapes;
    this.union = union;
  }

  /**
   * Each shape with the focus nodes for which it has to be looked at again.
   *
   * @param union all claims as they are after the change
   */
  static Map<Shape, Set<Node>> of(ShapeSet shapes, ClaimsChange change, Graph union) {
    FocusNodes found = new FocusNodes(shapes, union);
    change.added().forEach(triple -> found.changed(triple, true));
    change.removed().forEach(triple -> found.changed(triple, false));
    return found.nodes;
  }

  private void changed(Triple triple, boolean isAdded) {
    Stream.concat(shapes.reads(triple.getPredicate()).stream(), shapes.reads(Node.ANY).stream())
        .filter(read -> matters(read.pattern(), triple, isAdded))
        .forEach(read -> lookAgain(read, triple));
  }

  private static boolean matters(ShapeReads.Pattern pattern, Triple triple, boolean isAdded) {
    return (isAdded ? pattern.whenAdded() : pattern.whenRemoved())
        && (pattern.object().equals(Node.ANY) || pattern.object().equals(triple.getObject()));
  }

  private void lookAgain(ShapeSet.Read read, Triple triple) {
    Shape shape = read.shape();
    if (complete.contains(shape)) {
      return;
    }
    Set<Node> known = nodes.computeIfAbsent(shape, _ -> new HashSet<>());
    if (read.pattern().everywhere()) {
      complete.add(shape);
      known.addAll(VLib.focusNodes(union, shape));
      return;
    }
    Node end = read.pattern().inverse() ? triple.getObject() : triple.getSubject();
    Iterator<Node> starts =
        read.pattern()
            .way()
            .map(way -> PathEval.evalReverseN(union, end, way))
            .orElseGet(() -> Set.of(end).iterator());
    starts.forEachRemaining(
        start -> {
          if (!known.contains(start) && isTarget(shape, start)) {
            known.add(start);
          }
        });
  }

  private boolean isTarget(Shape shape, Node node) {
    return shape.getTargets().stream().anyMatch(target -> isTarget(target, node));
  }

  private boolean isTarget(Target target, Node node) {
    Node object = target.getObject();
    return switch (target.getTargetType()) {
      case targetNode -> node.equals(object);
      // What is of a class below is inferred to be of the class.
      case targetClass, implicitClass -> union.contains(node, RDF.Nodes.type, object);
      case targetSubjectsOf -> union.contains(node, object, Node.ANY);
      case targetObjectsOf -> union.contains(Node.ANY, object, node);
      case targetExtension -> VLib.isFocusNode(target, node, union);
    };
  }
}
