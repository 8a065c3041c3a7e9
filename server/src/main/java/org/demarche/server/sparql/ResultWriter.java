package org.demarche.server.sparql;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.CountedStream;
import org.demarche.server.running.Execution;

/**
 * Writes results as they come. The response starts when Jetty's buffer is full or the result is
 * complete, whichever is first: until then a failure can still be told properly.
 */
final class ResultWriter {
  private ResultWriter() {}

  /** Executes the query and writes what it gives. */
  static void write(
      Query query, QueryExec execution, Offer<Lang> form, HttpAction action, Execution running) {
    if (query.isConstructType()) {
      write(counted(execution.construct(), running), form, action, running);
    } else if (query.isDescribeType()) {
      write(counted(execution.describe(), running), form, action, running);
    } else if (query.isAskType()) {
      boolean answer = execution.ask();
      send(form, action, running, out -> table(form, action).write(out, answer));
    } else {
      RowSet rows = counted(execution.select(), running);
      send(form, action, running, out -> table(form, action).write(out, rows));
    }
  }

  /** Writes a graph that is given whole. */
  static void writeWhole(Graph graph, Offer<Lang> form, HttpAction action, Execution running) {
    write(new Counted(graph, running), form, action, running);
  }

  private static RowSet counted(RowSet rows, Execution running) {
    return RowSetStream.create(
        rows.getResultVars(),
        Iter.map(
            rows,
            row -> {
              running.countRow();
              return row;
            }));
  }

  private static Graph counted(Graph graph, Execution running) {
    graph.find().forEach(_ -> running.countRow());
    return graph;
  }

  private static void write(Graph graph, Offer<Lang> form, HttpAction action, Execution running) {
    Lang language = form.form();
    if (language.equals(Lang.RDFXML)) {
      // Not every graph can be written as RDF/XML, and that shows in the middle only.
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      try {
        writer(graph, language).output(whole);
      } catch (JenaException impossible) {
        throw new ProblemException(
            406,
            "This graph can't be written as RDF/XML ("
                + impossible.getMessage()
                + "). Ask for another form, such as text/turtle.");
      }
      send(form, action, running, out -> copy(whole, out));
    } else {
      send(form, action, running, out -> writer(graph, language).output(out));
    }
  }

  private static RDFWriter writer(Graph graph, Lang language) {
    var writer = RDFWriter.create().format(ActionLib.getNetworkFormatForLang(language));
    return RDFLanguages.isQuads(language) && !RDFLanguages.isTriples(language)
        ? writer.source(DatasetGraphFactory.wrap(graph)).build()
        : writer.source(graph).build();
  }

  private static ResultsWriter table(Offer<Lang> form, HttpAction action) {
    return ResultsWriter.create().lang(form.form()).context(action.getContext()).build();
  }

  private static void send(
      Offer<Lang> form, HttpAction action, Execution running, Consumer<OutputStream> content) {
    HttpServletResponse response = action.getResponse();
    action.setResponseStatus(200);
    response.setContentType(form.contentType());
    response.setHeader("Cache-Control", "no-cache");
    try {
      OutputStream out = response.getOutputStream();
      content.accept(new Held(out, running));
      out.close();
    } catch (IOException left) {
      IO.exception(left);
    }
  }

  private static void copy(ByteArrayOutputStream whole, OutputStream out) {
    try {
      whole.writeTo(out);
    } catch (IOException left) {
      IO.exception(left);
    }
  }

  /** Counts as it is written, and ends when it is stopped. */
  private static final class Counted extends WrappedGraph {
    private final Execution running;

    Counted(Graph base, Execution running) {
      super(base);
      this.running = running;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
      return super.find(pattern).mapWith(this::count);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      return super.find(subject, predicate, object).mapWith(this::count);
    }

    private Triple count(Triple triple) {
      running.countTriple();
      return triple;
    }
  }

  /**
   * Keeps the engine's writers from flushing, as they also do when they fail: flushing starts the
   * response, and an error could no longer be told.
   */
  private static final class Held extends CountedStream {
    Held(OutputStream out, Execution running) {
      super(out, running);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
