package org.demarche.sheet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.sys.JenaSystem;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.load.OpEdFiles;
import org.demarche.load.Source;
import org.demarche.load.SourceFile;
import org.demarche.load.Syntax;
import org.demarche.validate.Refusal;

/**
 * Coded op-eds in whatever form: files of RDF, and coding sheets as folders, workbooks and
 * archives.
 *
 * <pre>{@code
 * List<Source> opEds = CodedOpEds.read(Path.of("park-2021-sheet"), Path.of("botto.ttl"));
 * new Loader(graph).load(opEds);
 * }</pre>
 *
 * <p>The classes, properties and codes that a sheet may name are those that come with Demarche.
 * Whether the things that it names are known is for the examination before a load to tell; the
 * findings of that point at cells too. Stateless.
 */
public final class CodedOpEds {
  /** The media type of a workbook. */
  public static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The media type of an archive of the three tables. */
  public static final String ARCHIVE = "application/zip";

  private static final String WORKBOOK_FILE = ".xlsx";
  private static final String ARCHIVE_FILE = ".zip";

  private static final List<String> EXAMPLES = List.of("lind-2019-nile", "haru-2019-gsomia");

  private static final Map<String, Syntax> RDF =
      Map.of(
          "text/turtle", Syntax.TURTLE,
          "application/trig", Syntax.TRIG,
          "application/n-triples", Syntax.N_TRIPLES,
          "application/n-quads", Syntax.N_QUADS,
          "application/rdf+xml", Syntax.RDF_XML,
          "application/ld+json", Syntax.JSON_LD);

  static {
    // Nothing of Jena may be used before, and a sheet may be the first thing that is read.
    JenaSystem.init();
  }

  private CodedOpEds() {}

  /**
   * Reads coded op-eds. A folder is taken for a sheet, a file by its extension.
   *
   * @return one source for each op-ed
   * @throws DemarcheException when a file is missing or can't be read, or its form isn't known
   * @throws Refusal with all faults of all of them: of syntax, or of cells that can't be understood
   */
  public static List<Source> read(Path... paths) {
    return OpEdFiles.sources(Arrays.stream(paths).map(CodedOpEds::file).toList());
  }

  /**
   * Reads the coded op-eds in the body of a request.
   *
   * @param name by which messages call it
   * @param mediaType one of {@link #mediaTypes}, without parameters, in lower case
   * @return one source for each op-ed
   * @throws DemarcheException when the media type isn't known
   * @throws Refusal with all faults: of syntax, or of cells that can't be understood
   */
  public static List<Source> of(String name, byte[] content, String mediaType) {
    return OpEdFiles.sources(List.of(file(name, content, mediaType)));
  }

  /**
   * The example op-eds that come with the program: short ones by invented authors, each coded in a
   * sheet. Their labels end in "(example)", and their editorial notes say what is invented.
   *
   * @return one source for each, to be loaded beside the op-eds that come with Demarche, of which
   *     they name things
   */
  public static List<Source> examples() {
    return OpEdFiles.sources(
        EXAMPLES.stream()
            .map(slug -> translated(SheetReader.onClassPath("demarche/examples/" + slug)))
            .toList());
  }

  /** The media types that {@link #of} takes, in order. */
  public static List<String> mediaTypes() {
    TreeSet<String> types = new TreeSet<>(RDF.keySet());
    types.add(WORKBOOK);
    types.add(ARCHIVE);
    return List.copyOf(types);
  }

  /** Whether a path is that of a sheet: a folder with one of its tables, a workbook, an archive. */
  public static boolean isSheet(Path path) {
    return Files.isDirectory(path)
        ? hasTable(path) || Files.isRegularFile(path.resolve(SheetWriter.WORKBOOK))
        : hasExtension(path, WORKBOOK_FILE) || hasExtension(path, ARCHIVE_FILE);
  }

  private static boolean hasTable(Path folder) {
    return Arrays.stream(TableName.values())
        .anyMatch(table -> Files.isRegularFile(folder.resolve(table.file())));
  }

  private static SourceFile file(Path path) {
    if (Files.isDirectory(path) && !hasTable(path)) {
      return file(path.resolve(SheetWriter.WORKBOOK));
    }
    if (!isSheet(path) || Files.notExists(path)) {
      return SourceFile.read(path);
    }
    ReadSheet read = Files.isDirectory(path) ? SheetReader.folder(path) : sheet(path);
    Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
    return translated(ArticleBeside.in(folder).map(article -> article.compared(read)).orElse(read));
  }

  private static ReadSheet sheet(Path path) {
    byte[] content = SheetReader.bytes(path);
    return hasExtension(path, WORKBOOK_FILE)
        ? SheetReader.workbook(path.toString(), content)
        : SheetReader.archive(path.toString(), content);
  }

  private static SourceFile file(String name, byte[] content, String mediaType) {
    boolean isSheet = mediaType.equals(WORKBOOK) || mediaType.equals(ARCHIVE);
    if (isSheet && content.length > SheetLimits.FILE_BYTES) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          "%s is larger than %d MB.".formatted(name, SheetLimits.FILE_BYTES >> 20));
    }
    if (mediaType.equals(WORKBOOK)) {
      return translated(SheetReader.workbook(name, content));
    }
    if (mediaType.equals(ARCHIVE)) {
      return translated(SheetReader.archive(name, content));
    }
    Syntax syntax = RDF.get(mediaType);
    if (syntax == null) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          "%s: %s isn't read as coded op-eds. Send one of %s."
              .formatted(name, mediaType, String.join(", ", mediaTypes())));
    }
    return SourceFile.of(name, syntax, content);
  }

  private static SourceFile translated(ReadSheet read) {
    return SourceFile.translated(
        read.name(), read.content(), Translation.of(read, Vocabulary.bundled()));
  }

  private static boolean hasExtension(Path path, String extension) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }
}
