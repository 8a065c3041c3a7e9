package org.demarche.server.pictures;

import java.util.List;

/**
 * A thing with those below it, to be drawn.
 *
 * @param label what it is called
 * @param href where it leads: a place on the page
 * @param below in the order in which they are drawn
 */
public record Tree(String label, String href, List<Tree> below) {
  /** Copies the list. */
  public Tree {
    below = List.copyOf(below);
  }

  /** How many things there are, this one counted. */
  public int size() {
    return 1 + below.stream().mapToInt(Tree::size).sum();
  }
}
