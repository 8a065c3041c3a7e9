package org.demarche.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.ontology.Dem;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/** What a manifest says of one graph. */
record ManifestEntry(Node graph, Place place, long order, List<String> files) {
  /** Segments that begin with no dot lead neither out of the folder nor to a hidden file. */
  private static final Pattern BELOW_THE_MANIFEST =
      Pattern.compile("[\\w-][\\w.-]*(/[\\w-][\\w.-]*)*", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * Reads what is said of a graph.
   *
   * @param quad that the graph is a {@code dem:SourceGraph}
   * @param faults takes up what is wrong
   */
  static ManifestEntry of(Quad quad, FileContent content, List<Finding> faults) {
    ManifestEntry entry =
        new ManifestEntry(
            quad.getSubject(),
            content.triples().getOrDefault(quad, new Place("", 1, 1)),
            0,
            List.of());
    if (!GraphRoles.isWritable(entry.graph)) {
      faults.add(
          entry.fault(
              "This isn't a graph that files are loaded into.",
              "Name graph:ontology, graph:codes, graph:shapes, graph:reference or"
                  + " graph:op-ed/{slug}."));
    }
    List<Map.Entry<Quad, Place>> said =
        content.triples().entrySet().stream()
            .filter(triple -> triple.getKey().getSubject().equals(entry.graph))
            .toList();
    return new ManifestEntry(
        entry.graph, entry.place, entry.order(said, faults), entry.files(said, faults));
  }

  Source source(Function<String, SourceFile> folder) {
    return new Source(graph, files.stream().map(folder).toList());
  }

  Finding fault(String wrong, String right) {
    return Finding.fault(Optional.of(place), graph, wrong, right);
  }

  private long order(List<Map.Entry<Quad, Place>> said, List<Finding> faults) {
    List<Node> orders =
        said.stream()
            .map(Map.Entry::getKey)
            .filter(triple -> triple.getPredicate().equals(Dem.loadOrder))
            .map(Quad::getObject)
            .toList();
    if (orders.size() > 1) {
      faults.add(fault("The graph is given twice.", "Give it one dem:loadOrder."));
    } else if (orders.size() == 1
        && orders.getFirst().isLiteral()
        && orders.getFirst().getLiteralValue() instanceof Integer order) {
      return order;
    } else {
      faults.add(
          fault("Its place in the order is missing.", "Give it one: dem:loadOrder 1, or higher."));
    }
    return 0;
  }

  private List<String> files(List<Map.Entry<Quad, Place>> said, List<Finding> faults) {
    List<Map.Entry<Quad, Place>> named =
        said.stream().filter(triple -> triple.getKey().getPredicate().equals(Dem.file)).toList();
    if (named.isEmpty()) {
      faults.add(fault("No file is named for the graph.", "Name one: dem:file \"….ttl\"."));
    }
    for (Map.Entry<Quad, Place> triple : named) {
      Node file = triple.getKey().getObject();
      if (!isFileBelow(file)) {
        faults.add(
            Finding.fault(
                Optional.of(triple.getValue()),
                graph,
                file + " isn't the name of a file below the manifest.",
                "Write it as \"codes/kind.ttl\", in Turtle or N-Triples."));
      }
    }
    return named.stream()
        .map(triple -> triple.getKey().getObject())
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .toList();
  }

  private static boolean isFileBelow(Node file) {
    return file.isLiteral()
        && BELOW_THE_MANIFEST.matcher(file.getLiteralLexicalForm()).matches()
        && Syntax.ofFileName(file.getLiteralLexicalForm())
            .filter(syntax -> !syntax.namesGraphs())
            .isPresent();
  }
}
