package org.demarche.server.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.demarche.graph.PerCommit;
import org.demarche.graph.Snapshot;

/**
 * Answers as they were made, for whoever asks the same of the same commit; with the next commit all
 * are gone. What nobody asked for lately goes first when there are too many. Thread-safe.
 */
public final class KeptAnswers {
  /** Some hundreds of pages. */
  private static final long MOST_BYTES = 16L << 20;

  private final PerCommit<Cache<List<String>, Kept>> answers =
      new PerCommit<>(
          _ ->
              Caffeine.newBuilder()
                  .maximumWeight(MOST_BYTES)
                  .<List<String>, Kept>weigher(KeptAnswers::bytes)
                  .build());

  /**
   * One answer.
   *
   * @param headers but for that of the content type
   */
  public record Kept(String contentType, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public Kept {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * The answer to what is asked. Who asks while it is being made waits for it.
   *
   * @param asked all that decides the answer, besides the commit
   * @param maker makes it of the snapshot; whatever it throws is thrown on, and nothing is kept
   */
  public Kept of(Snapshot snapshot, List<String> asked, Supplier<Kept> maker) {
    return answers.of(snapshot).get(List.copyOf(asked), _ -> maker.get());
  }

  /** At most: a string of Latin letters alone takes half of it. */
  private static int bytes(List<String> asked, Kept answer) {
    return 2 * (answer.body().length() + asked.stream().mapToInt(String::length).sum());
  }
}
