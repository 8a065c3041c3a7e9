package org.demarche.server.pictures;

import java.util.Optional;
import org.demarche.queries.CannedQuery.Picture;

/** Draws what suits a query. Stateless; thread-safe. */
public final class Pictures {
  private Pictures() {}

  /**
   * Draws a table.
   *
   * @param picture what to draw
   * @param title what the table answers
   * @return an {@code svg} element to stand in HTML, everything in it escaped; empty where nothing
   *     is to be drawn, or the rows don't suit
   */
  public static Optional<String> of(Picture picture, String title, Table table) {
    return switch (picture) {
      case TABLE -> Optional.empty();
      case TIMELINE -> Timeline.of(table).map(it -> TimelineDrawing.of(it, title));
      case NETWORK -> Network.of(table).map(it -> NetworkDrawing.of(it, title));
      case BAR -> Bars.of(table).map(it -> it.draw(title));
    };
  }
}
