package org.demarche.server.opeds;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.validate.ShortName;

/**
 * Where another graph names a thing that one op-ed alone describes, so that the op-ed can't go.
 *
 * @param graph that names it
 * @param subject of the triple that does
 * @param thing that is named
 */
record Use(Node graph, Node subject, Node thing) {
  /** More than anybody mends by hand; the first say what is the matter. */
  private static final int MOST = 100;

  /** What keeps an op-ed from being removed, 100 at most; empty when nothing does. */
  static List<Use> ofDescribedIn(Node opEd, DatasetGraph dataset) {
    return dataset.getGraph(opEd).stream()
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .distinct()
        .filter(thing -> !isDescribedElsewhere(thing, opEd, dataset))
        .flatMap(thing -> of(thing, opEd, dataset))
        .limit(MOST)
        .toList();
  }

  /** For programs. */
  static JsonArray json(List<Use> uses) {
    JsonArray array = new JsonArray();
    for (Use use : uses) {
      JsonObject object = new JsonObject();
      object.put("graph", use.graph.getURI());
      object.put("subject", use.subject.isURI() ? use.subject.getURI() : ShortName.of(use.subject));
      object.put("names", use.thing.getURI());
      array.add(object);
    }
    return array;
  }

  /** For people: {@code id:statement/b/F001 in graph:op-ed/b names id:event/talks}. */
  @Override
  public String toString() {
    return "%s in %s names %s"
        .formatted(ShortName.of(subject), ShortName.of(graph), ShortName.of(thing));
  }

  private static Stream<Use> of(Node thing, Node opEd, DatasetGraph dataset) {
    return others(dataset, opEd, Node.ANY, thing)
        .filter(quad -> GraphRoles.isCoded(quad.getGraph()))
        .map(quad -> new Use(quad.getGraph(), quad.getSubject(), thing))
        .distinct();
  }

  private static boolean isDescribedElsewhere(Node thing, Node opEd, DatasetGraph dataset) {
    return others(dataset, opEd, thing, Node.ANY)
        .anyMatch(quad -> !GraphRoles.isKept(quad.getGraph()));
  }

  private static Stream<Quad> others(DatasetGraph dataset, Node opEd, Node subject, Node object) {
    return Iter.asStream(dataset.find(Node.ANY, subject, Node.ANY, object))
        .filter(quad -> !quad.getGraph().equals(opEd));
  }
}
