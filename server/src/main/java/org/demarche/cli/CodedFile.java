package org.demarche.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.load.Loader;
import org.demarche.load.Source;
import org.demarche.load.SourceFile;
import org.demarche.load.Syntax;
import org.demarche.sheet.CodedOpEds;

/**
 * One coded op-ed or several, as they lie on the disk: a file, or the folder of a sheet.
 *
 * @param path as it is told to people
 */
record CodedFile(Path path) {
  /**
   * What is named on a command line: files as they are, and of folders what is in them, at any
   * depth, by name, each once; also what lies in folders below a sheet. A folder that can't be read
   * is among them, so that it is told as a file is. An extension counts for nothing in that order,
   * so that {@code a.ttl} comes before {@code a-b.ttl}, which may name what the first describes.
   *
   * @throws DemarcheException when a folder can't be read, or has no coded op-ed in it
   */
  static List<CodedFile> in(List<Path> named) {
    List<CodedFile> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(within(path));
      } else {
        files.add(new CodedFile(path));
      }
    }
    return files.stream().distinct().toList();
  }

  /**
   * Reads it.
   *
   * @throws DemarcheException when it can't be read, or has faults
   */
  List<Source> sources() {
    if (Files.isDirectory(path) && !Files.isReadable(path)) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, path + ": you have no permission to read this folder.");
    }
    return CodedOpEds.read(path);
  }

  /** The graph that was loaded from this very file; known without parsing it. */
  Optional<Node> loadedInto(Loader loader) {
    return Files.isRegularFile(path) && isRdf(path) && Files.isReadable(path)
        ? loader.loadedFrom(SourceFile.read(path))
        : Optional.empty();
  }

  private static List<CodedFile> within(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Finder(found));
    } catch (IOException unreadable) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          folder + ": the folder can't be read: " + unreadable.getMessage(),
          unreadable);
    }
    if (found.isEmpty()) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          folder
              + ": there is no coded op-ed in this folder: no file in RDF (.ttl, .trig, .nt, .nq), and no sheet (op-ed.csv, .xlsx, .zip).");
    }
    return found.stream()
        .sorted(Comparator.comparing(CodedFile::withoutExtension).thenComparing(Path::toString))
        .map(CodedFile::new)
        .toList();
  }

  private static String withoutExtension(Path path) {
    return path.toString().replaceFirst("[.][a-z]+$", "");
  }

  private static boolean isRdf(Path file) {
    return Syntax.ofFileName(file.toString()).isPresent();
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  /** Collects sheets and files in RDF; what is hidden is passed over, and links aren't followed. */
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (CodedOpEds.isSheet(folder)) {
        found.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // What lies beside the tables of a sheet is its own.
      boolean isOfSheet = found.contains(file.getParent());
      if ((isRdf(file) || CodedOpEds.isSheet(file)) && !isHidden(file) && !isOfSheet) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      found.add(file);
      return FileVisitResult.CONTINUE;
    }
  }
}
