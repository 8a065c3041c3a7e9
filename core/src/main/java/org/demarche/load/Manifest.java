package org.demarche.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.vocabulary.RDF;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.ontology.Dem;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Place;
import org.demarche.validate.Refusal;

/**
 * The sources that come with the program. Written in Turtle, beside the files that it names:
 *
 * <pre>{@code
 * graph:codes a dem:SourceGraph ;
 *     dem:loadOrder 2 ;
 *     dem:file "codes/certainty.ttl" , "codes/kind.ttl" .
 * }</pre>
 *
 * @param sources in the order of loading
 */
public record Manifest(List<Source> sources) {
  private static final String FOLDER = "demarche/";
  private static final String NAME = "manifest.ttl";

  /** Copies what could change. */
  public Manifest {
    sources = List.copyOf(sources);
  }

  /**
   * The manifest {@code demarche/manifest.ttl} on the class path.
   *
   * @throws DemarcheException when it, or a file that it names, is missing or can't be read
   * @throws Refusal when what it says makes no sense
   */
  public static Manifest onClassPath() {
    return read(NAME, Manifest::readOnClassPath);
  }

  /**
   * A manifest in a folder; the files that it names are sought from there.
   *
   * @throws DemarcheException when it, or a file that it names, is missing or can't be read
   * @throws Refusal when what it says makes no sense
   */
  public static Manifest read(Path manifest) {
    return read(
        manifest.getFileName().toString(), name -> SourceFile.read(manifest.resolveSibling(name)));
  }

  private static Manifest read(String name, Function<String, SourceFile> folder) {
    SourceFile file = folder.apply(name);
    FileContent content = FileReader.read(file);
    refuseIfAny(content.faults());
    List<Finding> faults = new ArrayList<>();
    List<ManifestEntry> entries =
        content.triples().keySet().stream()
            .filter(
                quad ->
                    quad.getPredicate().equals(RDF.Nodes.type)
                        && quad.getObject().equals(Dem.SourceGraph))
            .map(quad -> ManifestEntry.of(quad, content, faults))
            .toList();
    if (entries.isEmpty()) {
      faults.add(
          Finding.fault(
              new Place(file.name(), 1, 1),
              "The manifest names no graph.",
              "Name one: graph:codes a dem:SourceGraph."));
    }
    findShared(entries, faults);
    refuseIfAny(faults);
    return new Manifest(
        entries.stream()
            .sorted(Comparator.comparingLong(ManifestEntry::order))
            .map(entry -> entry.source(folder))
            .toList());
  }

  private static void refuseIfAny(List<Finding> faults) {
    if (!faults.isEmpty()) {
      throw new Refusal(ErrorCategory.BAD_INPUT, new Findings(faults));
    }
  }

  /** Two graphs in one place of the order, or a file in two graphs. */
  private static void findShared(List<ManifestEntry> entries, List<Finding> faults) {
    Map<Object, ManifestEntry> owners = new HashMap<>();
    for (ManifestEntry entry : entries) {
      if (owners.putIfAbsent(entry.order(), entry) != null) {
        faults.add(
            entry.fault(
                "Another graph has dem:loadOrder " + entry.order() + ".",
                "Give each a place of its own."));
      }
      for (String file : entry.files()) {
        if (owners.putIfAbsent(file, entry) != null) {
          faults.add(
              entry.fault("Another graph has " + file + ".", "Give each file to one graph."));
        }
      }
    }
  }

  private static SourceFile readOnClassPath(String name) {
    try (InputStream in = Manifest.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new DemarcheException(
            ErrorCategory.BAD_INPUT, FOLDER + name + ": there is no such file on the class path.");
      }
      return SourceFile.of(name, in.readAllBytes());
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          FOLDER + name + ": the file can't be read: " + e.getMessage(),
          e);
    }
  }
}
