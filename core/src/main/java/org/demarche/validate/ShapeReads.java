package org.demarche.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.DisjointConstraint;
import org.apache.jena.shacl.engine.constraint.EqualsConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.LessThanConstraint;
import org.apache.jena.shacl.engine.constraint.LessThanOrEqualsConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.engine.constraint.StrLanguageIn;
import org.apache.jena.shacl.engine.constraint.StrMaxLengthConstraint;
import org.apache.jena.shacl.engine.constraint.StrMinLengthConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Finds which triples a shape looks at, how its focus nodes lead there, and whether more of them or
 * fewer can break it. {@code sh:class} on a value is broken by the value losing the class and never
 * by its gaining one; under {@code sh:not} it is the other way round. For one shape.
 */
final class ShapeReads {
  private static final int DEEPEST = 12;

  private static final Set<Node> CLASSES_OF_EVERYTHING =
      Set.of(OWL.Thing.asNode(), RDFS.Nodes.Resource);

  /**
   * Triples that a shape looks at.
   *
   * @param way from the focus node to the node whose triples are looked at; empty for the focus
   *     node itself
   * @param predicate {@code ANY} for all
   * @param object {@code ANY} for all
   * @param inverse whether the node is the object of the triples
   * @param whenAdded whether one more may break the shape
   * @param whenRemoved whether one fewer may break it
   * @param everywhere whether any focus node of the shape may be concerned, so that nothing of the
   *     above matters
   */
  record Pattern(
      Optional<Path> way,
      Node predicate,
      Node object,
      boolean inverse,
      boolean whenAdded,
      boolean whenRemoved,
      boolean everywhere) {}

  /** Whether more triples may break what is asked, or fewer, or both. */
  private record Break(boolean byMore, boolean byFewer) {
    static final Break BY_MORE = new Break(true, false);
    static final Break BY_FEWER = new Break(false, true);
    static final Break BY_BOTH = new Break(true, true);

    Break when(boolean asked) {
      return asked ? this : new Break(/* byMore= */ byFewer, /* byFewer= */ byMore);
    }
  }

  private final Set<Pattern> patterns = new HashSet<>();

  private ShapeReads() {}

  /** Everything that the shape looks at, targets included. */
  static Set<Pattern> of(Shape shape) {
    ShapeReads reads = new ShapeReads();
    shape.getTargets().forEach(reads::target);
    reads.shape(shape, Optional.empty(), true, 0);
    return Set.copyOf(reads.patterns);
  }

  private void target(Target target) {
    Optional<Path> self = Optional.empty();
    switch (target.getTargetType()) {
      case targetNode -> {}
      case targetClass, implicitClass -> type(self, target.getObject(), Break.BY_MORE);
      case targetSubjectsOf -> read(self, target.getObject(), Node.ANY, false, Break.BY_MORE);
      case targetObjectsOf -> read(self, target.getObject(), Node.ANY, true, Break.BY_MORE);
      case targetExtension -> everywhere(Node.ANY);
    }
  }

  /**
   * @param to the way from the focus node to the nodes that the shape is asked of
   * @param asked whether they have to conform, or must not
   */
  private void shape(Shape shape, Optional<Path> to, boolean asked, int depth) {
    if (shape.deactivated()) {
      return;
    }
    if (depth > DEEPEST) {
      everywhere(Node.ANY);
      return;
    }
    Optional<Path> path =
        shape instanceof PropertyShape property
            ? Optional.of(property.getPath())
            : Optional.empty();
    boolean advice = !shape.getSeverity().equals(Severity.Violation);
    for (Constraint constraint : shape.getConstraints()) {
      constraint(constraint, to, path, asked, advice, depth);
    }
    for (PropertyShape property : shape.getPropertyShapes()) {
      path.ifPresent(way -> links(to, way, Break.BY_MORE.when(asked)));
      shape(property, then(to, path), asked, depth + 1);
    }
  }

  private void constraint(
      Constraint constraint,
      Optional<Path> to,
      Optional<Path> path,
      boolean asked,
      boolean advice,
      int depth) {
    Optional<Path> value = then(to, path);
    switch (constraint) {
      case MinCount _, HasValueConstraint _ -> links(to, path, Break.BY_FEWER.when(asked));
      case MaxCount _, UniqueLangConstraint _ -> links(to, path, Break.BY_MORE.when(asked));
      case DatatypeConstraint _,
          InConstraint _,
          NodeKindConstraint _,
          PatternConstraint _,
          StrLanguageIn _,
          StrMaxLengthConstraint _,
          StrMinLengthConstraint _,
          ValueRangeConstraint _ ->
          links(to, path, Break.BY_MORE.when(asked));
      case ClassConstraint ofClass -> {
        links(to, path, Break.BY_MORE.when(asked));
        type(value, ofClass.getExpectedClass(), Break.BY_FEWER.when(asked));
      }
      case EqualsConstraint pair -> pair(pair, to, path, Break.BY_BOTH);
      case DisjointConstraint pair -> pair(pair, to, path, Break.BY_MORE.when(asked));
      case LessThanConstraint pair -> pair(pair, to, path, Break.BY_MORE.when(asked));
      case LessThanOrEqualsConstraint pair -> pair(pair, to, path, Break.BY_MORE.when(asked));
      case ShNode node -> all(List.of(node.getOther()), to, path, asked, depth);
      case ShAnd and -> all(and.getOthers(), to, path, asked, depth);
      case ShOr or -> all(or.getOthers(), to, path, asked, depth);
      case ShXone xone -> {
        all(xone.getOthers(), to, path, asked, depth);
        all(xone.getOthers(), to, path, !asked, depth);
      }
      case ShNot not -> {
        links(to, path, Break.BY_MORE.when(asked));
        shape(not.getOther(), value, !asked, depth + 1);
      }
      case QualifiedValueShape qualified when !qualified.qDisjoint() -> {
        links(to, path, Break.BY_BOTH);
        if (qualified.qMin() > 0) {
          shape(qualified.getSub(), value, asked, depth + 1);
        }
        if (qualified.qMax() >= 0) {
          shape(qualified.getSub(), value, !asked, depth + 1);
        }
      }
      default -> other(advice);
    }
  }

  /** One that can't be looked into, such as a query. Where it only advises, it does so nearby. */
  private void other(boolean advice) {
    if (!advice) {
      everywhere(Node.ANY);
    }
  }

  private void all(
      List<Shape> shapes, Optional<Path> to, Optional<Path> path, boolean asked, int depth) {
    links(to, path, Break.BY_MORE.when(asked));
    shapes.forEach(shape -> shape(shape, then(to, path), asked, depth + 1));
  }

  private void pair(ConstraintPairwise pair, Optional<Path> to, Optional<Path> path, Break broken) {
    links(to, path, broken);
    read(to, pair.getValue(), Node.ANY, false, broken);
  }

  private void type(Optional<Path> to, Node type, Break broken) {
    if (CLASSES_OF_EVERYTHING.contains(type)) {
      everywhere(RDF.Nodes.type);
    } else {
      read(to, RDF.Nodes.type, type, false, broken);
    }
  }

  private void links(Optional<Path> to, Optional<Path> path, Break broken) {
    path.ifPresent(way -> links(to, way, broken));
  }

  private void links(Optional<Path> to, Path path, Break broken) {
    switch (path) {
      case P_Link link -> read(to, link.getNode(), Node.ANY, false, broken);
      case P_Inverse inverse when inverse.getSubPath() instanceof P_Link link ->
          read(to, link.getNode(), Node.ANY, true, broken);
      case P_Seq sequence -> {
        links(to, sequence.getLeft(), broken);
        links(then(to, Optional.of(sequence.getLeft())), sequence.getRight(), broken);
      }
      case P_Alt either -> {
        links(to, either.getLeft(), broken);
        links(to, either.getRight(), broken);
      }
      case P_ZeroOrOne maybe -> links(to, maybe.getSubPath(), broken);
      case P_ZeroOrMore1 more -> repeated(to, more.getSubPath(), broken);
      case P_ZeroOrMoreN more -> repeated(to, more.getSubPath(), broken);
      case P_OneOrMore1 more -> repeated(to, more.getSubPath(), broken);
      case P_OneOrMoreN more -> repeated(to, more.getSubPath(), broken);
      default -> everywhere(Node.ANY);
    }
  }

  private void repeated(Optional<Path> to, Path path, Break broken) {
    links(then(to, Optional.of(PathFactory.pathZeroOrMore1(path))), path, broken);
  }

  private void read(Optional<Path> to, Node predicate, Node object, boolean inverse, Break broken) {
    patterns.add(
        new Pattern(to, predicate, object, inverse, broken.byMore(), broken.byFewer(), false));
  }

  private void everywhere(Node predicate) {
    patterns.add(new Pattern(Optional.empty(), predicate, Node.ANY, false, true, true, true));
  }

  private static Optional<Path> then(Optional<Path> to, Optional<Path> path) {
    if (to.isEmpty()) {
      return path;
    }
    return path.isEmpty() ? to : Optional.of(PathFactory.pathSeq(to.get(), path.get()));
  }
}
