package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Namespaces;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Follows the links from the home page. Of links that differ in their values only, such as {@code
 * /queries/causes?thing=…}, some are followed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrawlTest {
  /** Links of one shape that are followed. */
  private static final int OF_A_SHAPE = 4;

  @AutoClose
  private final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @Test
  void links_lead_somewhere_and_every_kind_of_thing_is_led_to() {
    Crawl crawl = new Crawl();

    crawl.from("/");

    assertThat(crawl.faults).isEmpty();
    assertThat(crawl.shapes.keySet()).containsAll(kindsInTheStore());
    assertThat(crawl.shapes.keySet())
        .contains("/ontology", "/sparql?query=", "/api", "/queries/timeline?agreement=");
  }

  /** The shapes of the paths of things: {@code /id/actor}. */
  private Set<String> kindsInTheStore() {
    Set<String> kinds = new TreeSet<>();
    try (Snapshot snapshot = server.graph().snapshot()) {
      snapshot
          .dataset()
          .find()
          .forEachRemaining(
              quad -> {
                String subject = quad.getSubject().toString();
                if (subject.startsWith(Namespaces.ID)) {
                  kinds.add(
                      "/id/" + subject.substring(Namespaces.ID.length()).replaceFirst("/.*", ""));
                }
              });
    }
    return kinds;
  }

  private final class Crawl {
    final List<String> faults = new ArrayList<>();
    final Map<String, Integer> shapes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    void from(String path) {
      ahead.add(path);
      while (!ahead.isEmpty()) {
        visit(ahead.remove());
      }
    }

    private void visit(String link) {
      String path = link.replaceFirst("#.*", "");
      if (!seen.add(link) || shapes.merge(shape(path), 1, Integer::sum) > OF_A_SHAPE) {
        return;
      }
      HttpResponse<String> answer = server.get(path, "Accept", "text/html,*/*;q=0.5");
      if (answer.statusCode() != 200) {
        faults.add(link + ": " + answer.statusCode());
        return;
      }
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        return;
      }
      Document page = Jsoup.parse(answer.body(), server.url() + path);
      URI at = URI.create(server.url() + path);
      if (link.contains("#") && page.getElementById(at(link)) == null) {
        faults.add(link + ": nothing there has this id");
      }
      for (Element element : page.select("a[href], link[href], script[src]")) {
        String href = element.hasAttr("src") ? element.attr("src") : element.attr("href");
        if (href.startsWith("#") && page.getElementById(at(href)) == null) {
          faults.add(link + " leads to " + href + ", which it lacks");
        } else if (href.startsWith("/") || href.startsWith(server.url())) {
          ahead.add(at.resolve(href).toString().substring(server.url().length()));
        }
      }
    }

    private String at(String link) {
      return URI.create(link.substring(link.indexOf('#'))).getFragment();
    }

    /** Things by their kind, everything else by its path and the names of its parameters. */
    private String shape(String path) {
      return path.matches("/(id|codes|graph|shapes)/.*")
          ? path.replaceFirst("^(/id/[^/]+|/[^/]+)/.*?(\\?.*)?$", "$1")
          : path.replaceAll("=[^&]*", "=");
    }
  }
}
