package org.demarche.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.demarche.GraphRoles;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.access.Token;
import org.demarche.validate.Places;

/** A real server on a free port, over the sample op-ed in memory, and a client for it. */
public final class TestServer implements AutoCloseable {
  /** What lets a client write. */
  public static final String TOKEN = "a-token-for-tests";

  private final KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final DemarcheServer server;

  private TestServer(Settings settings, Consumer<KnowledgeGraph> content) {
    content.accept(graph);
    server = DemarcheServer.start(graph, settings.withPort(0));
  }

  /** Writable with {@link #TOKEN}, and with the usual settings otherwise. */
  public static TestServer start() {
    return start(Settings.defaults().withToken(new Token(TOKEN)));
  }

  /** With settings of its own, but for the port. */
  public static TestServer start(Settings settings) {
    return start(settings, TestServer::loadSample);
  }

  /** Puts the sample op-ed into a graph. */
  public static void loadSample(KnowledgeGraph graph) {
    graph.commit(change -> sample().find().forEachRemaining(change.dataset()::add));
  }

  /** With settings and content of its own. */
  public static TestServer start(Settings settings, Consumer<KnowledgeGraph> content) {
    return new TestServer(settings, content);
  }

  /** Percent-encodes a text for a query string or a form. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Encodes parameters for a query string or a form. */
  public static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Where it listens, without a slash at the end. */
  public String url() {
    return server.url();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** What it serves. */
  public KnowledgeGraph graph() {
    return graph;
  }

  /** Puts the sample back, and nothing else, whatever a test has changed. */
  public void restore() {
    DatasetGraph sample = sample();
    graph.commit(
        change ->
            Iter.toList(change.dataset().listGraphNodes()).stream()
                .filter(GraphRoles::isWritable)
                .forEach(
                    name ->
                        change.replace(
                            name, sample.getGraph(name).find().toList(), Places.none())));
  }

  /** The running server. */
  public DemarcheServer server() {
    return server;
  }

  /** GET, with headers as names and values in turn. */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** GET of a query's result. */
  public HttpResponse<String> query(String query, String... headers) {
    return get("/sparql?query=" + encoded(query), headers);
  }

  /** POST of an update, with the token. */
  public HttpResponse<String> update(String update) {
    return post("/update", "application/sparql-update", update, "Authorization", "Bearer " + TOKEN);
  }

  /** POST. */
  public HttpResponse<String> post(String path, String type, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = type;
    return send("POST", path, BodyPublishers.ofString(body), all);
  }

  /** POST of a zipped sheet to the op-eds, with the token. */
  public HttpResponse<String> postSheet(byte[] archive) {
    return send(
        "POST",
        "/op-eds",
        BodyPublishers.ofByteArray(archive),
        "Content-Type",
        "application/zip",
        "Authorization",
        "Bearer " + TOKEN);
  }

  /** Any method. */
  public HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    server.close();
    client.close();
    graph.close();
  }

  private static DatasetGraph sample() {
    DatasetGraph sample = DatasetGraphFactory.create();
    RDFParser.source(TestServer.class.getResourceAsStream("sample.trig"))
        .lang(Lang.TRIG)
        .parse(sample);
    return sample;
  }
}
