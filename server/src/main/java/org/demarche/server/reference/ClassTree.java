package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.localName;
import static org.demarche.server.reference.Sources.objects;
import static org.demarche.server.reference.Sources.subjects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.server.pictures.Tree;

/**
 * The classes as trees. Each stands once: a class below two others is drawn below the first of them
 * by name, and its entry on the page names both. Not thread-safe.
 */
final class ClassTree {
  private static final Comparator<Tree> BY_LABEL =
      Comparator.comparing(Tree::label, String.CASE_INSENSITIVE_ORDER);

  private final Graph ontology;
  private final Set<Node> left;

  private ClassTree(Graph ontology, Collection<Node> classes) {
    this.ontology = ontology;
    this.left = new HashSet<>(classes);
  }

  /**
   * The trees, by label.
   *
   * @param classes all of them, in a fixed order
   */
  static List<Tree> of(Graph ontology, List<Node> classes) {
    ClassTree tree = new ClassTree(ontology, classes);
    List<Tree> trees = new ArrayList<>();
    classes.stream()
        .filter(it -> objects(ontology, it, RDFS.subClassOf.asNode()).noneMatch(classes::contains))
        .forEach(root -> trees.add(tree.below(root)));
    // Classes in a circle have no root.
    for (Node one : classes) {
      if (tree.left.contains(one)) {
        trees.add(tree.below(one));
      }
    }
    return trees.stream().sorted(BY_LABEL).toList();
  }

  private Tree below(Node parent) {
    left.remove(parent);
    List<Tree> below = new ArrayList<>();
    for (Node child : subjects(ontology, RDFS.subClassOf.asNode(), parent).toList()) {
      if (left.contains(child)) {
        below.add(below(child));
      }
    }
    return new Tree(
        Notes.of(ontology, parent).label(localName(parent)).text(),
        "#" + localName(parent),
        below.stream().sorted(BY_LABEL).toList());
  }
}
