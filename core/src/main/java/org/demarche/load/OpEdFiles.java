package org.demarche.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.GraphRoles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Place;
import org.demarche.validate.Refusal;
import org.demarche.validate.Severity;
import org.demarche.validate.ShortName;

/**
 * Tells which graphs a coder's files belong to. Triples without a graph belong to that of the one
 * {@code dem:OpEd} among them; a file that names graphs may name those of op-eds only. Stateless.
 */
public final class OpEdFiles {
  private static final String ONE_OP_ED = "id:op-ed/{slug} a dem:OpEd";

  private OpEdFiles() {}

  /**
   * Reads files of coded op-eds.
   *
   * @return one source for each op-ed
   * @throws DemarcheException when a file can't be read; see {@link SourceFile#read}
   * @throws Refusal as {@link #sources} does
   */
  public static List<Source> read(Path... paths) {
    return sources(Arrays.stream(paths).map(SourceFile::read).toList());
  }

  /**
   * The op-eds in these files.
   *
   * @return one source for each op-ed
   * @throws Refusal with all that is wrong: {@link ErrorCategory#BAD_INPUT} where it is the syntax,
   *     {@link ErrorCategory#REFUSED} where it is the cells of a table, no op-ed or several where
   *     one decides the graph, a graph that isn't an op-ed's, an op-ed in two files
   */
  public static List<Source> sources(List<SourceFile> files) {
    List<Finding> faults = new ArrayList<>();
    boolean readable = true;
    Map<Node, Source> sources = new LinkedHashMap<>();
    for (SourceFile file : files) {
      FileContent content = FileReader.read(file);
      faults.addAll(content.faults());
      if (!content.faults().isEmpty()) {
        readable &= isTable(content.faults());
        continue;
      }
      SourceFile read = file.read(content);
      for (Node graph : graphs(file, content, faults)) {
        Source earlier = sources.putIfAbsent(graph, new Source(graph, List.of(read)));
        if (earlier != null) {
          faults.add(
              Finding.fault(
                  start(file),
                  ShortName.of(graph) + " is in " + earlier.files().getFirst().name() + " too.",
                  "Put all of an op-ed into one file."));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal(
          readable ? ErrorCategory.REFUSED : ErrorCategory.BAD_INPUT, new Findings(faults));
    }
    return List.copyOf(sources.values());
  }

  /**
   * What the files of a source say, for whoever only reads it. It isn't examined.
   *
   * @return a graph in memory, of the caller's own
   * @throws Refusal with all that keeps the files from being read
   */
  public static Graph content(Source source) {
    SourceContent content = SourceContent.of(source);
    if (!content.faults().isEmpty()) {
      throw new Refusal(ErrorCategory.BAD_INPUT, new Findings(content.faults()));
    }
    Graph graph = GraphFactory.createDefaultGraph();
    content.triples().forEach(graph::add);
    return graph;
  }

  /** Whether every fault is of a cell or row, so that the file could be read. */
  private static boolean isTable(List<Finding> faults) {
    return faults.stream().allMatch(fault -> fault.place().flatMap(Place::heading).isPresent());
  }

  private static Set<Node> graphs(SourceFile file, FileContent content, List<Finding> faults) {
    if (content.triples().isEmpty()) {
      faults.add(
          Finding.fault(
              start(file), "The file holds no triples.", "Begin with " + ONE_OP_ED + "."));
      return Set.of();
    }
    return file.syntax().namesGraphs()
        ? namedGraphs(content, faults)
        : graphOfOpEd(file, content, faults);
  }

  private static Set<Node> graphOfOpEd(SourceFile file, FileContent content, List<Finding> faults) {
    Map<Node, Place> opEds = opEds(content, Quad.defaultGraphIRI);
    if (opEds.isEmpty()) {
      faults.add(
          Finding.fault(
              start(file),
              "No op-ed is described here, so nothing tells which graph the triples belong to.",
              "Describe it: " + ONE_OP_ED + "."));
      return Set.of();
    }
    if (opEds.size() > 1) {
      faults.add(
          Finding.fault(
              start(file),
              "Several op-eds are described here: " + names(opEds.keySet()) + ".",
              "Give each a file of its own, or a named graph of its own in TriG."));
      return Set.of();
    }
    Map.Entry<Node, Place> opEd = opEds.entrySet().iterator().next();
    if (!GraphRoles.isNamedAsOpEd(opEd.getKey())) {
      faults.add(
          new Finding(
              Severity.FAULT,
              Optional.of(opEd.getValue()),
              Optional.of(opEd.getKey()),
              "An op-ed isn't named so.",
              "Write " + ONE_OP_ED + ". " + GraphRoles.WHAT_A_SLUG_IS));
      return Set.of();
    }
    return Set.of(GraphRoles.graphOf(opEd.getKey()));
  }

  private static Set<Node> namedGraphs(FileContent content, List<Finding> faults) {
    Set<Node> graphs = content.graphs();
    for (Node graph : graphs) {
      Place first = firstPlace(content, graph);
      if (graph.equals(Quad.defaultGraphIRI)) {
        faults.add(
            Finding.fault(
                first,
                "This triple is outside any named graph.",
                "Put it into that of its op-ed: <" + Graphs.opEd("{slug}") + "> { … }."));
      } else if (!GraphRoles.isOpEd(graph)) {
        faults.add(
            Finding.fault(
                first,
                ShortName.of(graph) + " isn't the graph of an op-ed.",
                "Only those are taken from a file: <"
                    + Graphs.opEd("{slug}")
                    + ">. "
                    + GraphRoles.WHAT_A_SLUG_IS));
      } else if (opEds(content, graph).keySet().stream()
          .noneMatch(
              opEd -> GraphRoles.isNamedAsOpEd(opEd) && GraphRoles.graphOf(opEd).equals(graph))) {
        faults.add(
            Finding.fault(
                first,
                ShortName.of(graph) + " doesn't describe its op-ed.",
                "Add to it: " + ONE_OP_ED + ", with the slug of the graph."));
      }
    }
    return graphs;
  }

  private static Map<Node, Place> opEds(FileContent content, Node graph) {
    Map<Node, Place> opEds = new LinkedHashMap<>();
    content
        .triples()
        .forEach(
            (quad, place) -> {
              if (quad.getGraph().equals(graph)
                  && quad.getPredicate().equals(RDF.Nodes.type)
                  && quad.getObject().equals(Dem.OpEd)) {
                opEds.putIfAbsent(quad.getSubject(), place);
              }
            });
    return opEds;
  }

  private static Place firstPlace(FileContent content, Node graph) {
    return content.triples().entrySet().stream()
        .filter(entry -> entry.getKey().getGraph().equals(graph))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static Place start(SourceFile file) {
    return new Place(file.name(), 1, 1);
  }

  private static String names(Set<Node> nodes) {
    return nodes.stream().map(ShortName::of).collect(Collectors.toCollection(TreeSet::new)).stream()
        .collect(Collectors.joining(", "));
  }
}
