package org.demarche.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/**
 * The name and the bytes of one file: of RDF, or of another form that somebody has translated; and
 * what it says, once that is known. Immutable.
 */
public final class SourceFile {
  private final String name;
  private final Syntax syntax;
  private final byte[] content;
  private final Optional<FileContent> translation;

  private SourceFile(
      String name, Syntax syntax, byte[] content, Optional<FileContent> translation) {
    this.name = name;
    this.syntax = syntax;
    this.content = content;
    this.translation = translation;
  }

  /**
   * What is no RDF but says the same as some, such as a coding sheet. It counts as TriG, since what
   * it says is in named graphs.
   *
   * @param name by which messages call it
   * @param content by which it is known to be unchanged
   * @param translation what it says
   */
  public static SourceFile translated(String name, byte[] content, FileContent translation) {
    return new SourceFile(name, Syntax.TRIG, content.clone(), Optional.of(translation));
  }

  /**
   * A file that was read elsewhere, such as the body of a request.
   *
   * @param name by which messages call it
   * @param content in UTF-8
   */
  public static SourceFile of(String name, Syntax syntax, byte[] content) {
    return new SourceFile(name, syntax, content.clone(), Optional.empty());
  }

  /**
   * A file whose syntax its name tells.
   *
   * @param name by which messages call it, with one of the extensions of {@link Syntax}
   * @param content in UTF-8
   * @throws DemarcheException when the extension is none of them
   */
  public static SourceFile of(String name, byte[] content) {
    return of(name, syntaxOf(name), content);
  }

  /**
   * Reads a file; messages call it by the path as it was given.
   *
   * @throws DemarcheException when it is missing, a folder, unreadable or empty, or its extension
   *     isn't one of {@link Syntax}
   */
  public static SourceFile read(Path path) {
    if (!Files.exists(path)) {
      throw bad(path + ": there is no such file.");
    }
    if (Files.isDirectory(path)) {
      throw bad(path + ": this is a folder. Name the files in it.");
    }
    Syntax syntax = syntaxOf(path.toString());
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, path + ": the file can't be read: " + e.getMessage(), e);
    }
    if (content.length == 0) {
      throw bad(path + ": the file is empty.");
    }
    return new SourceFile(path.toString(), syntax, content, Optional.empty());
  }

  /** By which messages call it. */
  public String name() {
    return name;
  }

  /** What its bytes are to be read as. */
  public Syntax syntax() {
    return syntax;
  }

  /** The same file, so that it needn't be parsed again. */
  SourceFile read(FileContent content) {
    return new SourceFile(name, syntax, this.content, Optional.of(content));
  }

  /** What it says, if that is known already. */
  Optional<FileContent> translation() {
    return translation;
  }

  byte[] content() {
    return content;
  }

  /** The name without the folders, which differ from one working directory to the next. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Syntax syntaxOf(String name) {
    return Syntax.ofFileName(name)
        .orElseThrow(
            () ->
                bad(
                    name
                        + ": the extension doesn't tell the syntax. Known are "
                        + Syntax.extensions()
                        + "."));
  }

  private static DemarcheException bad(String message) {
    return new DemarcheException(ErrorCategory.BAD_INPUT, message);
  }
}
