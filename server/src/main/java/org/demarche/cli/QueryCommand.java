package org.demarche.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.queries.BadParametersException;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Catalogue;
import org.demarche.queries.UnknownQueryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche query}. */
@Command(
    name = "query",
    description = {
      "Answers a canned query, or one of your own.",
      "Prints a table on a terminal, and CSV where the output goes elsewhere.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche query statements --param kind=prediction",
      "  demarche query agreement-history --param agreement=agreement/gsomia-japan-south-korea",
      "  demarche query --file mine.rq --format json",
      "  demarche query                              lists the canned queries"
    })
final class QueryCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The canned query; all are listed where neither this nor --file is given.")
  private @Nullable String name;

  @Option(
      names = "--file",
      paramLabel = "F.rq",
      description = "A file with a SPARQL query of your own.")
  private @Nullable Path file;

  @Option(
      names = "--param",
      paramLabel = "k=v",
      description = "A parameter of the canned query; may be given for each of them.")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv, tsv, json, xml; for graphs ttl, nt, jsonld, rdf.")
  private @Nullable String format;

  @Option(
      names = "--queries",
      paramLabel = "DIR",
      description = "A folder of canned queries of your own, which join those of Demarche.")
  private @Nullable Path queries;

  @Mixin private DataFolder.Read data = new DataFolder.Read();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (name == null && file == null) {
      catalogue().all().forEach(this::list);
      return ExitCode.FINE;
    }
    Query query = query();
    OutputForm form =
        OutputForm.of(query, format).orElseThrow(() -> wrong(OutputForm.offered(query)));
    try (KnowledgeGraph graph = data.open();
        Snapshot snapshot = graph.snapshot();
        QueryExec execution = snapshot.query(query, TIMEOUT);
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      form.write(query, execution, out);
    } catch (IOException broken) {
      throw new DemarcheException(
          ErrorCategory.INTERNAL, "The answer can't be written: " + broken.getMessage(), broken);
    }
    return ExitCode.FINE;
  }

  private Catalogue catalogue() {
    Catalogue bundled = Catalogue.bundled();
    if (queries == null) {
      return bundled;
    }
    if (!Files.isDirectory(queries)) {
      throw wrong("There is no folder " + queries + " to read canned queries from.");
    }
    return bundled.with(queries);
  }

  private Query query() {
    Path own = file;
    String canned = name;
    if (own != null && canned != null) {
      throw wrong("Give the name of a canned query or --file, not both.");
    }
    if (own != null) {
      return parse(own);
    }
    try {
      return catalogue().get(String.valueOf(canned)).bind(values()).query();
    } catch (UnknownQueryException | BadParametersException wrong) {
      throw wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private Query parse(Path own) {
    if (!parameters.isEmpty()) {
      throw wrong("--param is for canned queries; write the values into " + own + ".");
    }
    try {
      return QueryFactory.create(Files.readString(own), Syntax.syntaxSPARQL_12);
    } catch (QueryParseException malformed) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, own + ": " + malformed.getMessage(), malformed);
    } catch (IOException unreadable) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, "The file " + own + " can't be read.", unreadable);
    }
  }

  private Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw wrong("A parameter is name=value; given was " + parameter + ".");
      }
      values
          .computeIfAbsent(parameter.substring(0, equals), _ -> new ArrayList<>())
          .add(parameter.substring(equals + 1));
    }
    return values;
  }

  private void list(CannedQuery query) {
    spec.commandLine().getOut().printf("%-20s %s%n", query.name(), query.summary());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
