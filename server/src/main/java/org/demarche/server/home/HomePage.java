package org.demarche.server.home;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.queries.Catalogue;
import org.demarche.server.description.Address;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.pages.Asset;
import org.demarche.server.pages.Pages;
import org.jspecify.annotations.Nullable;

/**
 * What this is, what is in the graph, and where to start. Thread-safe.
 *
 * <p>What the page shows is found out once for each commit: a page that counted at each request
 * would be a cheap way to keep the server busy. While one request does so, others get the page of
 * the commit before, which says that it is.
 */
public final class HomePage {
  private static final String TIMELINE = "timeline";

  private final KnowledgeGraph graph;
  private final Pages pages;
  private final LatestEvents events = new LatestEvents(Catalogue.bundled().get(TIMELINE));
  private final String script;
  private final AtomicReference<@Nullable Home> latest = new AtomicReference<>();
  private final ReentrantLock reading = new ReentrantLock();

  /** Shows one graph. */
  public HomePage(KnowledgeGraph graph, Pages pages) {
    this.graph = graph;
    this.pages = pages;
    this.script = pages.publish(Asset.of(Pages.class, "copy.js"));
  }

  /** Answers {@code /}. */
  public void show(Context context) {
    Address address = Address.of(context.req());
    Home home = latest();
    if (EntityTag.of(home.commit(), "text/html", "").settles(context.req(), context.res())) {
      return;
    }
    String endpoint = address.root() + "/sparql";
    Map<String, Object> parameters =
        Map.of(
            "home",
            home,
            "root",
            address.root(),
            "endpoint",
            endpoint,
            "federations",
            Federation.with(endpoint),
            "script",
            script);
    Pages.html(context, pages.render("home", parameters));
  }

  private Home latest() {
    Home known = latest.get();
    if (known != null && known.commit() == commit()) {
      return known;
    }
    if (known != null && !reading.tryLock()) {
      return known;
    }
    if (known == null) {
      reading.lock();
    }
    try (Snapshot snapshot = graph.snapshot()) {
      Home other = latest.get();
      if (other != null && other.commit() == snapshot.commit()) {
        return other;
      }
      Home fresh = Home.of(snapshot, events);
      latest.set(fresh);
      return fresh;
    } finally {
      reading.unlock();
    }
  }

  private long commit() {
    try (Snapshot snapshot = graph.snapshot()) {
      return snapshot.commit();
    }
  }
}
