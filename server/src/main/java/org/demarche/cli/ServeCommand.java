package org.demarche.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.DemarcheServer;
import org.demarche.server.Settings;
import org.demarche.server.access.Token;
import org.demarche.server.running.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche serve}. */
@Command(
    name = "serve",
    description = {
      "Serves the graph over HTTP: SPARQL, canned queries, pages.",
      "Loads the ontology and the op-eds that come with Demarche, unless they are loaded already.",
      ""
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche serve",
      "  demarche serve --port 8080 --data /var/lib/demarche",
      "  demarche serve --examples               with two more op-eds, of invented authors",
      "  demarche serve --token-file token.txt   lets those write who send it",
      "  demarche serve @/etc/demarche.conf      options from a file, one a line"
    })
final class ServeCommand implements Callable<Integer> {
  private final Optional<String> tokenOfEnvironment;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + Settings.DEFAULT_PORT,
      description = "The port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port = Settings.DEFAULT_PORT;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = Settings.DEFAULT_HOST,
      description =
          "The address to listen on: this machine only, or 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
  private String host = Settings.DEFAULT_HOST;

  @Mixin private DataFolder.Written data = new DataFolder.Written();

  @Mixin private DataFolder.Examples examples = new DataFolder.Examples();

  @Option(
      names = "--token-file",
      paramLabel = "F",
      description =
          "A file with the token that lets clients write. Without one, and without the environment's DEMARCHE_TOKEN, nobody may.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--allow-service",
      paramLabel = "IRI",
      description =
          "An endpoint that SERVICE may ask; may be given for each of them. Without one, SERVICE is refused.")
  private List<String> allowedServices = new ArrayList<>();

  @Option(
      names = "--queries",
      paramLabel = "DIR",
      description = "A folder of canned queries of your own, which join those of Demarche.")
  private @Nullable Path queries;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "By which clients know the server, such as https://demarche.example.org. Default: the address that each of them used.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--default-graph",
      paramLabel = "union|plain",
      defaultValue = "union",
      description =
          "What a query sees that names no graph: all named graphs together, or the unnamed graph alone. Default: ${DEFAULT-VALUE}.")
  private DefaultGraph defaultGraph = DefaultGraph.UNION;

  @Spec private CommandSpec spec;

  ServeCommand(Optional<String> tokenOfEnvironment) {
    this.tokenOfEnvironment = tokenOfEnvironment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = settings();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, stopped), "stop"));
    // What is opened last is closed first: the graph stays open until the server has stopped.
    try (KnowledgeGraph graph = data.open(defaultGraph)) {
      DataFolder.loadBundled(graph, examples.areWanted()).forEach(this::say);
      try (DemarcheServer server = DemarcheServer.start(graph, settings)) {
        tellWhereToLook(server, graph);
        stop.await();
      }
    } finally {
      stopped.countDown();
    }
    return ExitCode.FINE;
  }

  /** Asks the command to end, and keeps the process alive until it has. */
  private static void stop(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellWhereToLook(DemarcheServer server, KnowledgeGraph graph) {
    askFirstQuery(server.url());
    Duration since =
        Duration.between(
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
            Instant.now());
    say(
        "First query answered after %.1f s, on commit %d."
            .formatted(since.toMillis() / 1000.0, graph.commit()));
    say("");
    say("  Pages    " + server.url() + "/");
    say("  Queries  " + server.url() + "/queries");
    say("  SPARQL   " + server.url() + "/sparql");
    say("");
    say("Ctrl-C stops it.");
  }

  /** Asked over HTTP, as a client would: only then is it true that the server answers. */
  private static void askFirstQuery(String url) {
    URI query = URI.create(url + "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D");
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status =
          client
              .send(HttpRequest.newBuilder(query).build(), BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        throw new DemarcheException(
            ErrorCategory.INTERNAL, "The first query was answered with " + status + ".");
      }
    } catch (IOException unanswered) {
      throw new DemarcheException(
          ErrorCategory.INTERNAL, "The first query got no answer: " + unanswered, unanswered);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Settings settings() {
    return new Settings(
        host,
        port,
        token(),
        Limits.defaults(),
        allowedServices,
        Optional.ofNullable(queries),
        Optional.ofNullable(publicUrl));
  }

  private Optional<Token> token() {
    Path file = tokenFile;
    Optional<String> secret = file == null ? tokenOfEnvironment : Optional.of(read(file));
    try {
      return secret.map(Token::new);
    } catch (IllegalArgumentException unfit) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          "The token file " + file + " can't be read. Write the token, and nothing else, into it.",
          unreadable);
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
