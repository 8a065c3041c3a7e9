package org.demarche.cli;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.demarche.ontology.Namespaces;
import org.jspecify.annotations.Nullable;

/**
 * A form in which an answer is printed.
 *
 * @param language of Jena that writes it
 */
record OutputForm(Lang language) {
  private static final Map<String, Lang> TABLES =
      Map.of(
          "table", ResultSetLang.RS_Text,
          "csv", ResultSetLang.RS_CSV,
          "tsv", ResultSetLang.RS_TSV,
          "json", ResultSetLang.RS_JSON,
          "xml", ResultSetLang.RS_XML);

  private static final PrefixMap PREFIXES = PrefixMapFactory.create(Namespaces.PREFIXES);

  private static final Map<String, Lang> GRAPHS =
      Map.of("ttl", Lang.TURTLE, "nt", Lang.NTRIPLES, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML);

  /**
   * The form that is asked for, or the usual one.
   *
   * @return empty when the query's result has no such form
   */
  static Optional<OutputForm> of(Query query, @Nullable String format) {
    String wanted = format == null ? usual(query) : format;
    return Optional.ofNullable(forms(query).get(wanted)).map(OutputForm::new);
  }

  /** What may be asked for, as a sentence. */
  static String offered(Query query) {
    List<String> names = forms(query).keySet().stream().sorted().toList();
    return "The answer to this query has the formats " + String.join(", ", names) + ".";
  }

  void write(Query query, QueryExec execution, OutputStream out) {
    if (query.isConstructType() || query.isDescribeType()) {
      Graph graph = query.isConstructType() ? execution.construct() : execution.describe();
      RDFWriter.source(graph).lang(language).output(out);
    } else if (query.isAskType()) {
      ResultsWriter.create().lang(language).build().write(out, execution.ask());
    } else if (language.equals(ResultSetLang.RS_Text)) {
      RowSet rows = execution.select();
      RowSetOps.out(out, rows, PREFIXES);
    } else {
      ResultsWriter.create().lang(language).build().write(out, execution.select());
    }
  }

  private static Map<String, Lang> forms(Query query) {
    return query.isConstructType() || query.isDescribeType() ? GRAPHS : TABLES;
  }

  private static String usual(Query query) {
    if (forms(query).equals(GRAPHS)) {
      return "ttl";
    }
    return Terminal.isThere() ? "table" : "csv";
  }
}
