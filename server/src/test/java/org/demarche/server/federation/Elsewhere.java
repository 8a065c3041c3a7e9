package org.demarche.server.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server on loopback that answers SERVICE as a test wants, and keeps what it was sent. */
final class Elsewhere implements AutoCloseable {
  static final String JSON = "application/sparql-results+json";

  private final HttpServer http;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile Answer answer;

  private Elsewhere(Answer first) {
    answer = first;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.add(told(exchange));
            answer.to(exchange);
          } catch (IOException _) {
            // The client has hung up, as some tests want.
          }
        });
    http.start();
  }

  static Elsewhere that(Answer answer) {
    return new Elsewhere(answer);
  }

  static Elsewhere answering(int status, String type, String body) {
    return that(exchange -> send(exchange, status, type, body));
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** One row: {@code ?x} is a text. */
  static String row(String x) {
    return """
        {"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"%s"}}]}}"""
        .formatted(x);
  }

  /** Answers otherwise from now on, and forgets what it was sent. */
  void answers(Answer next) {
    answer = next;
    requests.clear();
    queries.clear();
  }

  /** Answers so from now on, and forgets what it was sent. */
  void answers(int status, String type, String body) {
    answers(exchange -> send(exchange, status, type, body));
  }

  /** The queries that it was sent. */
  List<String> queries() {
    return queries;
  }

  /** Method, headers and body of each request. */
  List<String> requests() {
    return requests;
  }

  int port() {
    return http.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/sparql";
  }

  private String told(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String form = body.isEmpty() ? String.valueOf(exchange.getRequestURI().getRawQuery()) : body;
    queries.add(URLDecoder.decode(form.replaceFirst("^(.*&)?query=", ""), UTF_8));
    return exchange.getRequestMethod() + " " + exchange.getRequestHeaders().entrySet() + " " + body;
  }

  @Override
  public void close() {
    http.stop(0);
  }

  /** What it does with a request. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }
}
