package org.demarche.graph;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made from the dataset once for each commit, and kept until the next.
 *
 * <p>Thread-safe: one thread makes it, and who comes meanwhile waits for that. Who still reads an
 * earlier commit has it made for itself.
 *
 * @param <T> immutable, or thread-safe itself
 */
public final class PerCommit<T> {
  private final Function<Snapshot, T> maker;
  private volatile @Nullable Known<T> latest;

  private record Known<T>(long commit, T value) {}

  /**
   * @param maker makes it; whatever it throws is thrown on, and nothing is kept then
   */
  public PerCommit(Function<Snapshot, T> maker) {
    this.maker = maker;
  }

  /** What belongs to the commit that a snapshot shows. */
  public T of(Snapshot snapshot) {
    Known<T> known = latest;
    return known != null && known.commit() == snapshot.commit() ? known.value() : make(snapshot);
  }

  private synchronized T make(Snapshot snapshot) {
    Known<T> known = latest;
    if (known != null && known.commit() == snapshot.commit()) {
      return known.value();
    }
    T fresh = maker.apply(snapshot);
    if (known == null || known.commit() < snapshot.commit()) {
      latest = new Known<>(snapshot.commit(), fresh);
    }
    return fresh;
  }
}
