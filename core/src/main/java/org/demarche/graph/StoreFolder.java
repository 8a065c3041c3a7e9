package org.demarche.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/**
 * The folder that a graph lives in, locked for this process as long as it is open.
 *
 * <pre>
 * {folder}/demarche.lock   locked while open; holds the number of the process
 * {folder}/tdb2/           the store
 * {folder}/search/         the search index; may be deleted, and is then made anew
 * </pre>
 *
 * <p>TDB2 locks its folder too, but against other processes only, and hands out one and the same
 * store to all who open it within a process.
 */
final class StoreFolder implements AutoCloseable {
  private static final String LOCK = "demarche.lock";
  private static final String STORE = "tdb2";
  private static final String SEARCH = "search";
  private static final String UNFINISHED_STORE = "tdb2.new";

  /** What may stand in a folder that is taken for empty: file systems put one there. */
  private static final Set<String> NOTHING = Set.of(LOCK, UNFINISHED_STORE, "lost+found");

  /** A second file lock within one process would, when closed, undo the first (POSIX). */
  private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lockFile;

  private StoreFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Locks the folder, and makes it if it isn't there.
   *
   * @throws DemarcheException when it can't be used; it is left as it was
   */
  static StoreFolder lock(Path path) {
    try {
      requireOurs(path);
      Path folder = Files.createDirectories(path).toRealPath();
      if (!OPEN_HERE.add(folder)) {
        throw open(path, "this process");
      }
      FileChannel lockFile = null;
      try {
        lockFile = lockFile(folder);
        if (lockFile.tryLock() == null) {
          throw open(path, "process " + read(lockFile));
        }
        write(lockFile, Long.toString(ProcessHandle.current().pid()));
        return new StoreFolder(folder, lockFile);
      } catch (IOException | RuntimeException e) {
        if (lockFile != null) {
          lockFile.close();
        }
        OPEN_HERE.remove(folder);
        throw e;
      }
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /**
   * The folder of the store.
   *
   * @param create makes an empty store in the folder that it is given; called when there is none
   */
  Path store(Consumer<Path> create) {
    Path store = folder.resolve(STORE);
    try {
      if (!Files.exists(store)) {
        // Made aside and renamed, so that a process that dies meanwhile leaves no half of one.
        Path unfinished = folder.resolve(UNFINISHED_STORE);
        delete(unfinished);
        Files.createDirectory(unfinished);
        create.accept(unfinished);
        Files.move(unfinished, store, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
    return store;
  }

  /** The folder of the search index, which may not be there yet. */
  Path search() {
    return folder.resolve(SEARCH);
  }

  /** Unlocks the folder. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw unusable(folder, e);
    } finally {
      OPEN_HERE.remove(folder);
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static void requireOurs(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.isDirectory(folder.resolve(STORE))) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, folder + " is a file. Name a folder for the graph.");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> others =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !NOTHING.contains(name))
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        throw new DemarcheException(
            ErrorCategory.BAD_INPUT,
            folder
                + " holds something else, such as "
                + others.getFirst()
                + ". Name the folder of an earlier graph, or an empty or new one.");
      }
    }
  }

  private static String read(FileChannel file) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(32);
    file.read(content, 0);
    return StandardCharsets.US_ASCII.decode(content.flip()).toString().strip();
  }

  private static void write(FileChannel file, String content) throws IOException {
    file.truncate(0);
    file.write(StandardCharsets.US_ASCII.encode(content), 0);
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> paths = Files.walk(tree)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static DemarcheException open(Path folder, String owner) {
    return new DemarcheException(
        ErrorCategory.BUSY,
        folder
            + " is open already, in "
            + owner
            + ". Only one at a time can use it. If"
            + " that is a server, ask it, or send it the op-ed.");
  }

  private static DemarcheException unusable(Path folder, IOException e) {
    return new DemarcheException(
        ErrorCategory.BAD_INPUT, folder + " can't be used: " + e.getMessage(), e);
  }
}
