package org.demarche.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.load.Loader;

/**
 * Reads files in their order, and gives as many at once as are worth a commit. While one batch is
 * loaded the next is read, on a thread of its own, and no more than that one. For one thread; to be
 * closed, which waits for the reading under way.
 */
final class Batches implements AutoCloseable {
  /**
   * Some dozens of op-eds: enough that little is left of what a commit costs however small it is,
   * and few enough for a heap of 1 GB, of which two batches take a third.
   */
  static final long WORTH_A_COMMIT = 100_000;

  private final Iterator<CodedFile> files;
  private final Loader loader;
  private final long most;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("demarche-reading").factory());

  /** What was read and had no room; only for the thread that reads. */
  private Optional<ReadFile> left = Optional.empty();

  private Future<List<ReadFile>> next;

  /**
   * @param loader that knows what is loaded already
   * @param most triples of a batch, unless one file alone has more; with 0 each file that says
   *     something new is a batch
   */
  Batches(List<CodedFile> files, Loader loader, long most) {
    this.files = files.iterator();
    this.loader = loader;
    this.most = most;
    this.next = reader.submit(this::read);
  }

  /**
   * The next files.
   *
   * @return empty when there are no more
   * @throws DemarcheException when the store fails
   */
  List<ReadFile> next() {
    List<ReadFile> batch = await(next);
    if (!batch.isEmpty()) {
      next = reader.submit(this::read);
    }
    return batch;
  }

  @Override
  public void close() {
    reader.close();
  }

  private List<ReadFile> read() {
    List<ReadFile> batch = new ArrayList<>();
    long triples = 0;
    while (left.isPresent() || files.hasNext()) {
      ReadFile file = left.orElseGet(() -> ReadFile.of(files.next(), loader));
      left = Optional.empty();
      if (triples > 0 && triples + file.triples() > most) {
        left = Optional.of(file);
        break;
      }
      batch.add(file);
      triples += file.triples();
    }
    return batch;
  }

  private static List<ReadFile> await(Future<List<ReadFile>> batch) {
    try {
      return batch.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DemarcheException failure) {
        throw failure;
      }
      throw new IllegalStateException("Reading ahead failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemarcheException(ErrorCategory.BUSY, "Interrupted while files were read.", e);
    }
  }
}
