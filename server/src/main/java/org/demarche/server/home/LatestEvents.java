package org.demarche.server.home;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.Snapshot;
import org.demarche.queries.CannedQuery;
import org.demarche.server.pictures.Pictures;
import org.demarche.server.pictures.Table;

/**
 * Draws what the canned query {@code timeline} answers, for the latest events only: drawing and
 * asking take no longer where there are many. Immutable; thread-safe.
 */
final class LatestEvents {
  /** More are hard to read. */
  static final int MOST = 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Var EVENT = Var.alloc("event");
  private static final Query LATEST =
      QueryFactory.create(
          """
          PREFIX dem: <https://w3id.org/demarche/ontology#>
          SELECT ?event (MAX(?day) AS ?begin) {
            ?event dem:earliestBegin ?day ; a dem:Event
          } GROUP BY ?event ORDER BY DESC(?begin) ?event LIMIT %d
          """
              .formatted(MOST));

  private final Query timeline;

  /**
   * @param canned the query whose rows are drawn
   */
  LatestEvents(CannedQuery canned) {
    this.timeline = canned.bind(Map.of()).query();
  }

  /**
   * Draws them.
   *
   * @return an {@code svg} element, everything in it escaped; empty where no event has a date, or
   *     finding out takes too long
   */
  Optional<String> draw(Snapshot snapshot) {
    try {
      List<Node> latest = latest(snapshot);
      return latest.isEmpty()
          ? Optional.empty()
          : Pictures.of(
              CannedQuery.Picture.TIMELINE,
              "The latest events that are told of",
              rows(snapshot, Bounded.to(timeline, EVENT, latest)));
    } catch (QueryCancelledException late) {
      return Optional.empty();
    }
  }

  private static List<Node> latest(Snapshot snapshot) {
    try (QueryExec execution = snapshot.query(LATEST, TIMEOUT)) {
      return execution.select().stream()
          .filter(row -> row.contains(EVENT))
          .map(row -> row.get(EVENT))
          .toList();
    }
  }

  private static Table rows(Snapshot snapshot, Query query) {
    try (QueryExec execution = snapshot.query(query, TIMEOUT)) {
      return Table.of(execution.select());
    }
  }
}
