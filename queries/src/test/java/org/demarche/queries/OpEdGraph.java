package org.demarche.queries;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;

/** What comes with Demarche, loaded once for all tests; they only read it. */
final class OpEdGraph {
  /** The graph of the one op-ed in it. */
  static final Node OP_ED = Graphs.opEd("botto-2019-gsomia");

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

  /** Asks an ASK query. */
  static boolean ask(String query) {
    try (Snapshot snapshot = KNOWLEDGE.snapshot();
        QueryExec execution = snapshot.query(QueryFactory.create(query), PATIENCE)) {
      return execution.ask();
    }
  }

  /** The lines of SPARQL's CSV for the answer to a SELECT query. */
  static List<String> csv(QueryExec execution) {
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
