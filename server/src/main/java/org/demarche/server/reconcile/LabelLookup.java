package org.demarche.server.reconcile;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Namespaces;
import org.jspecify.annotations.Nullable;

/** Looks into an index of all labels in memory, made anew for each commit. Thread-safe. */
final class LabelLookup implements Lookup {
  private volatile @Nullable Known latest;

  private record Known(long commit, LabelIndex index) {}

  @Override
  public List<Match> find(Snapshot snapshot, String text, int limit) {
    return index(snapshot).find(text, limit);
  }

  private LabelIndex index(Snapshot snapshot) {
    Known known = latest;
    return known != null && known.commit() == snapshot.commit() ? known.index() : read(snapshot);
  }

  /** One reads at a time; who comes meanwhile waits for what it has read. */
  private synchronized LabelIndex read(Snapshot snapshot) {
    Known known = latest;
    if (known != null && known.commit() == snapshot.commit()) {
      return known.index();
    }
    LabelIndex index = LabelIndex.of(labels(snapshot.dataset()));
    if (known == null || known.commit() < snapshot.commit()) {
      latest = new Known(snapshot.commit(), index);
    }
    return index;
  }

  /** By property and not by thing: few scans instead of many look-ups. */
  private static Set<Match> labels(DatasetGraph dataset) {
    Set<Node> things = new HashSet<>();
    for (Node type : Reconciled.NAMED) {
      dataset
          .find(Node.ANY, Node.ANY, RDF.Nodes.type, type)
          .forEachRemaining(quad -> things.add(quad.getSubject()));
    }
    things.removeIf(thing -> !thing.isURI() || !thing.getURI().startsWith(Namespaces.ID));
    Set<Match> labels = new LinkedHashSet<>();
    for (Node property : Reconciled.LABELS) {
      dataset
          .find(Node.ANY, Node.ANY, property, Node.ANY)
          .forEachRemaining(
              quad -> {
                if (quad.getObject().isLiteral() && things.contains(quad.getSubject())) {
                  labels.add(
                      new Match(quad.getSubject(), quad.getObject().getLiteralLexicalForm()));
                }
              });
    }
    return labels;
  }
}
