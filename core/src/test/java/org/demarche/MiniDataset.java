package org.demarche;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.load.OpEdFiles;
import org.demarche.load.SourceFile;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Findings;

/** The small dataset in {@code src/test/resources/mini}: terms, codes, shapes, background. */
public final class MiniDataset {
  /** The graph of the op-ed in {@code seoul.ttl}, which is sound. */
  public static final Node SEOUL = Graphs.opEd("seoul");

  public static final Node JAPAN = id("actor/japan");
  public static final Node SOUTH_KOREA = id("actor/south-korea");
  public static final Node GSOMIA = id("agreement/gsomia");

  /** All on one line, so that what follows begins on line 2. */
  private static final String PREFIXES =
      "@prefix dcterms: <http://purl.org/dc/terms/> . "
          + "@prefix dem: <https://w3id.org/demarche/ontology#> . "
          + "@prefix oa: <http://www.w3.org/ns/oa#> . "
          + "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
          + "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
          + "@prefix schema: <http://schema.org/> . "
          + "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
          + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
          + "@base <https://w3id.org/demarche/id/> .\n";

  private MiniDataset() {}

  /** In memory, with the union as default graph, and everything but op-eds loaded: commit 1. */
  public static KnowledgeGraph inMemory() {
    return loadedInto(KnowledgeGraph.inMemory(DefaultGraph.UNION));
  }

  /** Loads everything but op-eds: commit 1 of an empty graph. */
  public static KnowledgeGraph loadedInto(KnowledgeGraph graph) {
    new Loader(graph).load(Manifest.read(file("manifest.ttl")).sources());
    return graph;
  }

  /** What is found in an op-ed, from line 2 of {@code seoul.ttl}; {@code @base} is {@code id:}. */
  public static Findings findingsIn(String body) {
    try (KnowledgeGraph graph = inMemory()) {
      return new Loader(graph).check(OpEdFiles.sources(java.util.List.of(opEd(body))));
    }
  }

  /** What is found in a sound op-ed with some more lines, which begin on line 2. */
  public static Findings findingsInSoundOpEdWith(String lines) {
    return findingsIn(lines + "\n" + SOUND);
  }

  /** A file {@code seoul.ttl} whose body begins on line 2. */
  public static SourceFile opEd(String body) {
    return SourceFile.of("seoul.ttl", (PREFIXES + body).getBytes(StandardCharsets.UTF_8));
  }

  /** A sound op-ed in a file {@code seoul.ttl}, with some more lines, which begin on line 2. */
  public static SourceFile soundOpEdWith(String lines) {
    return opEd(lines + "\n" + SOUND);
  }

  private static final String SOUND =
      """
      <op-ed/seoul> a dem:OpEd ; dcterms:title "Seoul decides" .
      <statement/seoul/F001> a dem:Statement ; dem:source <op-ed/seoul> ;
        dem:passage <passage/seoul/P1> ; dem:heldBy <actor/south-korea> .
      <passage/seoul/P1> a dem:Passage ; dem:paragraph "P1" .
      """;

  public static Path file(String name) {
    URL resource = MiniDataset.class.getResource("/mini/" + name);
    try {
      return Path.of(Objects.requireNonNull(resource, name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  public static Node id(String path) {
    return NodeFactory.createURI(Namespaces.ID + path);
  }
}
