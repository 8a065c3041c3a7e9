package org.demarche.entail;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * What a dataset claims, as one graph: the union of the graphs from which conclusions are drawn and
 * of {@code graph:inferred}. By look-ups, so that nothing is read that nobody asks for. For
 * reading, by the thread that has the dataset's transaction.
 */
public final class ClaimsView extends GraphBase {
  private final DatasetGraph dataset;

  /** A view of the dataset as it is at each look-up. */
  public ClaimsView(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return WrappedIterator.create(Iter.distinct(claims(pattern)));
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return claims(pattern).hasNext();
  }

  private Iterator<Triple> claims(Triple pattern) {
    return Iter.iter(
            dataset.findNG(
                Node.ANY, pattern.getSubject(), pattern.getPredicate(), pattern.getObject()))
        .filter(quad -> Meaning.isOfClosure(quad.getGraph()))
        .map(Quad::asTriple);
  }
}
