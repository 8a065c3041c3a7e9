package org.demarche.server.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.engine.binding.Binding;
import org.demarche.server.problem.ProblemException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Sends queries to allowed endpoints: SPARQL 1.1 Protocol, section 2.1. It follows no redirects,
 * sends no cookies and no credentials, uses no proxy, and connects only to addresses that were
 * checked. Thread-safe, once it is started.
 */
final class ServiceClient {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /** Longer ones are refused by some servers and proxies when they are in the URL. */
  private static final int LONGEST_URL = 2000;

  private static final int LONGEST_TARGET = 200;
  private static final int THREADS = 16;
  private static final String ACCEPT =
      "application/sparql-results+json, application/sparql-results+xml;q=0.9";

  private final HttpClient http;
  private final Duration time;

  /**
   * @param totalTime for one request, from its beginning to the last byte of its answer
   */
  ServiceClient(PublicAddresses addresses, Duration totalTime) {
    this.time = totalTime;
    this.http = new PlainClient();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("service");
    threads.setDaemon(true);
    http.setExecutor(threads);
    http.setSocketAddressResolver(new CheckedAddresses(addresses, threads));
    http.setConnectTimeout(CONNECT_TIME.toMillis());
    http.setFollowRedirects(false);
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Demarche/" + version()));
  }

  /** Starts and stops it. */
  LifeCycle lifeCycle() {
    return http;
  }

  /**
   * Asks for the rows of a query.
   *
   * @param cancelled tells when nobody waits for the answer any more
   * @throws FailedService when the endpoint fails
   * @throws ProblemException 403, when its host has an address that may not be asked
   * @throws QueryCancelledException when it was cancelled
   */
  List<Binding> ask(URI endpoint, String query, BooleanSupplier cancelled) {
    Request request = request(endpoint, query);
    // Whether there was anything left to abort makes no difference.
    request.onResponseHeaders(
        response ->
            fault(endpoint, response)
                .ifPresent(
                    fault -> {
                      var _ = response.abort(fault);
                    }));
    CompletableResponseListener listener =
        new CompletableResponseListener(request, RemoteRows.MOST_BYTES);
    ContentResponse answer = await(listener.send(), request, endpoint.getHost(), cancelled);
    return new RemoteRows(endpoint.getHost(), cancelled)
        .read(answer.getContent(), isCompressed(answer), language(answer).orElseThrow());
  }

  private Request request(URI endpoint, String query) {
    String parameter = "query=" + URLEncoder.encode(query, UTF_8);
    String url = endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + parameter;
    Request request =
        url.length() <= LONGEST_URL
            ? http.newRequest(URI.create(url)).method(HttpMethod.GET)
            : http.newRequest(endpoint)
                .method(HttpMethod.POST)
                .body(new StringRequestContent("application/x-www-form-urlencoded", parameter));
    return request.headers(
        headers -> headers.put(HttpHeader.ACCEPT, ACCEPT).put(HttpHeader.ACCEPT_ENCODING, "gzip"));
  }

  /** Looks at the query's own state now and then, as its time-out can't interrupt this thread. */
  private ContentResponse await(
      CompletableFuture<ContentResponse> answer,
      Request request,
      String host,
      BooleanSupplier cancelled) {
    long end = System.nanoTime() + time.toNanos();
    while (true) {
      try {
        return answer.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        if (cancelled.getAsBoolean()) {
          throw abort(request, new QueryCancelledException());
        }
        if (System.nanoTime() - end > 0) {
          throw abort(request, tooLate(host));
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw abort(request, new QueryCancelledException());
      } catch (ExecutionException failed) {
        throw reason(failed, host);
      }
    }
  }

  private static RuntimeException abort(Request request, RuntimeException reason) {
    var _ = request.abort(reason);
    return reason;
  }

  /** What is wrong with a response as far as its head tells, so that the body needn't be read. */
  private static Optional<FailedService> fault(URI endpoint, Response response) {
    String host = endpoint.getHost();
    int status = response.getStatus();
    if (status >= 300 && status < 400) {
      return Optional.of(
          new FailedService(
              host, "redirects to " + target(endpoint, response) + "; redirects are not followed"));
    }
    if (status != 200) {
      return Optional.of(new FailedService(host, "answered with the status " + status));
    }
    if (language(response).isEmpty()) {
      return Optional.of(
          new FailedService(host, "answered with something else than a SPARQL result"));
    }
    String encoding = response.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !isCompressed(response) && !encoding.equalsIgnoreCase("identity")) {
      return Optional.of(
          new FailedService(host, "compressed its answer in a way that it wasn't asked for"));
    }
    return Optional.empty();
  }

  /** The parts of the target that name a place; as it was sent it may be any text. */
  private static String target(URI endpoint, Response response) {
    try {
      String location =
          Objects.requireNonNullElse(response.getHeaders().get(HttpHeader.LOCATION), "");
      URI target = endpoint.resolve(new URI(location));
      String named = target.getScheme() + "://" + target.getRawAuthority() + target.getRawPath();
      return target.getHost() != null && named.length() <= LONGEST_TARGET ? named : "elsewhere";
    } catch (URISyntaxException | IllegalArgumentException _) {
      return "elsewhere";
    }
  }

  private static Optional<Lang> language(Response response) {
    String type =
        Objects.requireNonNullElse(response.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
    return switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
      case "application/sparql-results+json" -> Optional.of(ResultSetLang.RS_JSON);
      case "application/sparql-results+xml" -> Optional.of(ResultSetLang.RS_XML);
      default -> Optional.empty();
    };
  }

  private static boolean isCompressed(Response response) {
    String encoding = response.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    return encoding != null
        && (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"));
  }

  private static RuntimeException reason(ExecutionException failed, String host) {
    for (@Nullable Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      Optional<RuntimeException> found = reason(cause, host);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return new FailedService(
        host, "broke off the connection, or answered in something else than HTTP");
  }

  private static Optional<RuntimeException> reason(Throwable cause, String host) {
    return switch (cause) {
      case FailedService told -> Optional.of(told);
      case ProblemException refused -> Optional.of(refused);
      case SSLException _ ->
          Optional.of(
              new FailedService(host, "could not prove by its certificate to be that host"));
      case SocketTimeoutException _ ->
          Optional.of(
              new FailedService(
                  host, "could not be reached within " + CONNECT_TIME.toSeconds() + " seconds"));
      case ConnectException _ -> Optional.of(new FailedService(host, "could not be reached"));
      // The listener's way to say that its capacity is exceeded.
      case IllegalArgumentException _ -> Optional.of(RemoteRows.tooLarge(host));
      default -> Optional.empty();
    };
  }

  private FailedService tooLate(String host) {
    return new FailedService(
        host, "did not answer in full within " + time.toSeconds() + " seconds");
  }

  private static String version() {
    return Objects.requireNonNullElse(
        ServiceClient.class.getPackage().getImplementationVersion(), "unreleased");
  }

  /** Without what Jetty's client does by itself: decompress, redirect, authenticate. */
  @SuppressWarnings("try") // Closed by the server that it is part of, and in no try.
  private static final class PlainClient extends HttpClient {
    @Override
    protected void doStart() throws Exception {
      super.doStart();
      getContentDecoderFactories().clear();
      getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
      getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
    }
  }
}
