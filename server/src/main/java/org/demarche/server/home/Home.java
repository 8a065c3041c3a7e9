package org.demarche.server.home;

import java.util.List;
import java.util.Optional;
import org.demarche.graph.Snapshot;

/**
 * What the page shows of one commit.
 *
 * @param commit its number
 * @param figures what is in the graph
 * @param timeline the latest events, as an {@code svg} element; empty where none has a date
 * @param questions to click
 */
public record Home(
    long commit, Figures figures, Optional<String> timeline, List<Question> questions) {
  /** Copies the list. */
  public Home {
    questions = List.copyOf(questions);
  }

  static Home of(Snapshot snapshot, LatestEvents events) {
    return new Home(
        snapshot.commit(),
        FigureQueries.of(snapshot),
        events.draw(snapshot),
        Question.of(snapshot));
  }
}
