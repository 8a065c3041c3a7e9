package org.demarche.server.federation;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Sends queries to endpoints: SPARQL 1.1 Protocol, section 2.1.2. It follows no redirect, keeps no
 * cookies, sends no credentials, and goes through no proxy, as the addresses that were checked
 * would not be those asked. Thread-safe.
 */
final class ServiceClient {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
  private static final Duration CANCELLED_SEEN_WITHIN = Duration.ofMillis(100);
  private static final int MOST_BYTES = 20_000_000;
  private static final int LONGEST_TARGET = 200;
  private static final Map<String, Lang> FORMS =
      Map.of(
          "application/sparql-results+json", ResultSetLang.RS_JSON,
          "application/sparql-results+xml", ResultSetLang.RS_XML);

  private final PublicAddresses addresses;
  private final Duration totalTime;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(CONNECT_TIME)
          .build();

  /**
   * @param totalTime for one request, from its beginning to the last byte of its answer
   */
  ServiceClient(PublicAddresses addresses, Duration totalTime) {
    this.addresses = addresses;
    this.totalTime = totalTime;
  }

  /**
   * Asks an endpoint.
   *
   * @param cancelled turns true when nobody wants the answer any more
   * @return all rows
   * @throws FailedService when there is no answer of use
   * @throws QueryCancelledException when it was cancelled
   */
  RowSet select(URI endpoint, String query, AtomicBoolean cancelled) {
    String host = endpoint.getHost();
    // The client resolves the name again. Java keeps addresses for 30 seconds by default, so it
    // connects to what was checked; where these were about to expire, its own look-up is kept, and
    // seen by the second check before anything of the answer is used. Over HTTPS a host inside
    // fails for want of the name's certificate anyway.
    addresses.check(host);
    HttpResponse<byte[]> response;
    try {
      response = send(endpoint, query, cancelled);
    } catch (FailedService failed) {
      // How it failed would tell of the inside too.
      addresses.check(host);
      throw failed;
    }
    addresses.check(host);
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      throw new FailedService(
          host, "redirects to " + target(response) + "; redirects are not followed");
    }
    if (status != 200) {
      throw new FailedService(host, "answered with the status " + status);
    }
    Lang form = form(response.headers().firstValue("Content-Type"));
    if (form == null) {
      throw new FailedService(host, "answered with something else than a SPARQL result");
    }
    try {
      return RowSetReader.createReader(form)
          .read(new ByteArrayInputStream(response.body()), Context.create())
          .materialize();
    } catch (RuntimeException | StackOverflowError _) {
      // The parser's message may quote the text.
      throw new FailedService(host, "answered with a SPARQL result that can't be read");
    }
  }

  private HttpResponse<byte[]> send(URI endpoint, String query, AtomicBoolean cancelled) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Accept", "application/sparql-results+json, application/sparql-results+xml;q=0.9")
            .header("User-Agent", "Demarche")
            .POST(
                BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .build();
    long begin = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, info -> new CappedBody(isResult(info) ? MOST_BYTES : 0));
    try {
      while (true) {
        try {
          return answer.get(CANCELLED_SEEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (cancelled.get()) {
            throw new QueryCancelledException();
          }
          if (System.nanoTime() - begin > totalTime.toNanos()) {
            throw new FailedService(
                endpoint.getHost(),
                "did not answer in full within " + totalTime.toSeconds() + " seconds");
          }
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new QueryCancelledException();
    } catch (ExecutionException failed) {
      throw new FailedService(endpoint.getHost(), whatHappened(failed.getCause()));
    } finally {
      // Ends the exchange, where it hasn't ended.
      answer.cancel(true);
    }
  }

  private static boolean isResult(ResponseInfo response) {
    return response.statusCode() == 200
        && form(response.headers().firstValue("Content-Type")) != null;
  }

  private static @Nullable Lang form(Optional<String> contentType) {
    return contentType
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .map(FORMS::get)
        .orElse(null);
  }

  /** The parts of the target that name a place; as it was sent it may be any text. */
  private static String target(HttpResponse<?> response) {
    try {
      URI location = new URI(response.headers().firstValue("Location").orElse(""));
      URI target = response.uri().resolve(location);
      String named = target.getScheme() + "://" + target.getRawAuthority() + target.getRawPath();
      return target.getHost() != null && named.length() <= LONGEST_TARGET ? named : "elsewhere";
    } catch (URISyntaxException | IllegalArgumentException _) {
      return "elsewhere";
    }
  }

  private static String whatHappened(@Nullable Throwable failure) {
    return switch (failure) {
      case CappedBody.TooLargeException _ ->
          "answered with more than " + MOST_BYTES / 1_000_000 + " MB";
      case HttpConnectTimeoutException _ ->
          "could not be reached within " + CONNECT_TIME.toSeconds() + " seconds";
      case ConnectException _ -> "could not be reached";
      case SSLException _ -> "could not prove by its certificate to be that host";
      case null, default -> "broke off the connection, or answered in something else than HTTP";
    };
  }
}
