package org.demarche.queries;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/** What comes with Demarche, loaded once for all tests; they only read it. */
final class OpEdGraph {
  /** The graph of the one op-ed in it. */
  static final Node OP_ED = Graphs.opEd("botto-2019-gsomia");

  private static final String PREFIXES =
      """
      PREFIX actor:     <https://w3id.org/demarche/id/actor/>
      PREFIX agreement: <https://w3id.org/demarche/id/agreement/>
      PREFIX certainty: <https://w3id.org/demarche/codes/certainty/>
      PREFIX dem:       <https://w3id.org/demarche/ontology#>
      PREFIX event:     <https://w3id.org/demarche/id/event/>
      PREFIX kind:      <https://w3id.org/demarche/codes/kind/>
      PREFIX measure:   <https://w3id.org/demarche/id/measure/>
      PREFIX op-ed:     <https://w3id.org/demarche/graph/op-ed/>
      PREFIX polarity:  <https://w3id.org/demarche/codes/polarity/>
      PREFIX rdf:       <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs:      <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX role:      <https://w3id.org/demarche/codes/participation/>
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final KnowledgeGraph KNOWLEDGE = load();

  private OpEdGraph() {}

  /** Reads the dataset, whose default graph is the union of the named ones. */
  static <T> T read(Function<DatasetGraph, T> reader) {
    try (Snapshot snapshot = KNOWLEDGE.snapshot()) {
      return reader.apply(snapshot.dataset());
    }
  }

  /**
   * Asks a SELECT query.
   *
   * @return the lines of SPARQL's CSV: the names of the columns, then the rows
   */
  static List<String> select(Query query) {
    try (Snapshot snapshot = KNOWLEDGE.snapshot();
        QueryExec execution = snapshot.query(query, PATIENCE)) {
      return csv(execution);
    }
  }

  /**
   * Asks a SELECT or CONSTRUCT query.
   *
   * @return for SELECT as {@link #select(Query)}; for CONSTRUCT the N-Triples, sorted
   */
  static List<String> answer(Query query) {
    try (Snapshot snapshot = KNOWLEDGE.snapshot();
        QueryExec execution = snapshot.query(query, PATIENCE)) {
      return answer(query, execution);
    }
  }

  /** Asks a SELECT or CONSTRUCT query of a dataset of one's own. */
  static List<String> answer(Query query, DatasetGraph dataset) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      return answer(query, execution);
    }
  }

  private static List<String> answer(Query query, QueryExec execution) {
    return query.isConstructType()
        ? execution.construct().stream().map(OpEdGraph::line).sorted().toList()
        : csv(execution);
  }

  /** Asks a SELECT query of a dataset of one's own. */
  static List<String> select(Query query, DatasetGraph dataset) {
    return answer(query, dataset);
  }

  /** The same triples in Jena's own memory, with a default graph that holds all of them. */
  static DatasetGraph copy() {
    DatasetGraph copy = DatasetGraphFactory.createGeneral();
    return read(
        dataset -> {
          dataset
              .find()
              .forEachRemaining(
                  quad -> {
                    copy.add(quad);
                    copy.getDefaultGraph().add(quad.asTriple());
                  });
          return copy;
        });
  }

  /**
   * Asks a SELECT query that may use the usual prefixes.
   *
   * @return its rows as CSV, things without their namespace: {@code actor/japan}
   */
  static List<String> rows(String query) {
    return select(QueryFactory.create(PREFIXES + query)).stream()
        .skip(1)
        .map(row -> row.replace(Namespaces.ID, ""))
        .toList();
  }

  /**
   * The codes of those statements of the op-ed that fit, in order.
   *
   * @param fit a pattern on {@code ?statement}, with the usual prefixes
   */
  static List<String> statements(String fit) {
    return rows(
        """
        SELECT DISTINCT ?code
        WHERE {
          GRAPH op-ed:botto-2019-gsomia { ?statement dem:code ?code }
          %s
        }
        ORDER BY ?code
        """
            .formatted(fit));
  }

  /** Asks an ASK query that may use the usual prefixes. */
  static boolean ask(String query) {
    try (Snapshot snapshot = KNOWLEDGE.snapshot();
        QueryExec execution = snapshot.query(QueryFactory.create(PREFIXES + query), PATIENCE)) {
      return execution.ask();
    }
  }

  private static String line(Triple triple) {
    return "%s %s %s ."
        .formatted(
            NodeFmtLib.strNT(triple.getSubject()),
            NodeFmtLib.strNT(triple.getPredicate()),
            NodeFmtLib.strNT(triple.getObject()));
  }

  private static List<String> csv(QueryExec execution) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowSetWriter writer =
        RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV).create(ResultSetLang.RS_CSV);
    writer.write(out, execution.select(), new Context());
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static KnowledgeGraph load() {
    KnowledgeGraph knowledge = KnowledgeGraph.inMemory(DefaultGraph.UNION);
    new Loader(knowledge).load(Manifest.onClassPath().sources());
    return knowledge;
  }
}
