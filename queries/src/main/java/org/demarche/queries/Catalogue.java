package org.demarche.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/**
 * The canned queries by name. Immutable.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.bundled();
 * BoundQuery bound = catalogue.get("demands").bind(Map.of("status", List.of("open")));
 * }</pre>
 */
public final class Catalogue {
  private static final String FOLDER = "/demarche/queries";
  private static final String ENDING = ".rq";
  private static final String NO_THEME = "own";

  private final Map<String, CannedQuery> queries;

  private Catalogue(Map<String, CannedQuery> queries) {
    this.queries = Collections.unmodifiableMap(queries);
  }

  /** The queries that come with Demarche. */
  public static Catalogue bundled() {
    try {
      URI folder = Objects.requireNonNull(Catalogue.class.getResource(FOLDER)).toURI();
      if (!folder.getScheme().equals("jar")) {
        return of(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return of(jar.getPath(FOLDER));
      }
    } catch (URISyntaxException | IOException unreadable) {
      throw new DemarcheException(
          ErrorCategory.INTERNAL, "The canned queries can't be read: " + unreadable, unreadable);
    }
  }

  /**
   * The queries of a folder: {@code theme/name.rq}, or {@code name.rq} of no theme.
   *
   * @throws BadQueryFileException naming all faults of all files, each with its line
   * @throws UncheckedIOException when a file can't be read
   */
  public static Catalogue of(Path folder) {
    return new Catalogue(Map.of()).with(folder);
  }

  /**
   * These queries and those of a folder: {@code theme/name.rq}, or {@code name.rq}, whose theme is
   * then {@code own}. A name can't be taken twice.
   *
   * @throws BadQueryFileException naming all faults of all files, each with its line
   * @throws UncheckedIOException when a file can't be read
   */
  public Catalogue with(Path folder) {
    Map<String, CannedQuery> all = new TreeMap<>(queries);
    List<BadQueryFileException> faults = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        CannedQuery query = read(folder, file);
        CannedQuery other = all.putIfAbsent(query.name(), query);
        if (other != null) {
          faults.add(
              new BadQueryFileException(
                  file.toString(),
                  1,
                  "a query of the name %s stands under %s already; give the file another name"
                      .formatted(other.name(), other.theme())));
        }
      } catch (BadQueryFileException fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      throw new BadQueryFileException(faults);
    }
    return new Catalogue(all);
  }

  private static CannedQuery read(Path folder, Path file) {
    String theme = file.getNameCount() == 2 ? file.getName(0).toString() : NO_THEME;
    String name = String.valueOf(file.getFileName());
    return QueryFile.read(
        theme,
        name.substring(0, name.length() - ENDING.length()),
        file.toString(),
        text(folder.resolve(file.toString())));
  }

  /** All queries, by name. */
  public Collection<CannedQuery> all() {
    return queries.values();
  }

  /** The query of a name, where there is one. */
  public Optional<CannedQuery> find(String name) {
    return Optional.ofNullable(queries.get(name));
  }

  /**
   * The query of a name.
   *
   * @throws UnknownQueryException when there is none
   */
  public CannedQuery get(String name) {
    return find(name).orElseThrow(() -> new UnknownQueryException(name, queries.keySet()));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.map(folder::relativize)
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
