package org.demarche.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.sheet.Sheet;
import org.demarche.sheet.Table;

/** Writes the files of a draft: the sheet, and where it is wished the sentences beside it. */
public final class DraftFolder {
  private static final String TEXT = "text.local.txt";

  private DraftFolder() {}

  /**
   * Writes a draft.
   *
   * @param folder made if it isn't there
   * @param withText whether to write the sentences too, into a file that Git is told to ignore
   * @return the files, in the order of writing
   * @throws DemarcheException when one of them is there already, and nothing was written; or when
   *     they can't be written
   */
  public static List<Path> write(Draft draft, Path folder, boolean withText) {
    Map<Path, String> files = new LinkedHashMap<>();
    if (withText) {
      files.put(
          folder.resolve(".gitignore"),
          "# The text of the article stays on this machine.\n" + TEXT + "\n");
      files.put(folder.resolve(TEXT), sentences(draft));
    }
    files.putAll(csv(draft.sheet(), folder));
    List<Path> there = files.keySet().stream().filter(Files::exists).toList();
    if (!there.isEmpty()) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          there.stream().map(Path::toString).collect(Collectors.joining(", "))
              + (there.size() == 1 ? " is" : " are")
              + " there already, and nothing was written. Name another folder with --out, or move"
              + " them.");
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Files.writeString(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, folder + ": the draft can't be written: " + e.getMessage(), e);
    }
    return List.copyOf(files.keySet());
  }

  private static Map<Path, String> csv(Sheet sheet, Path folder) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(folder.resolve("op-ed.csv"), csv(sheet.opEd()));
    files.put(folder.resolve("statements.csv"), csv(sheet.statements()));
    files.put(folder.resolve("entities.csv"), csv(sheet.entities()));
    return files;
  }

  /** As in RFC 4180, in UTF-8. */
  private static String csv(Table table) {
    StringBuilder text = new StringBuilder(line(table.columns()));
    table.rows().forEach(row -> text.append(line(row.cells())));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** Each sentence after its paragraph and number, as the sheet names them. */
  private static String sentences(Draft draft) {
    List<String> lines = new ArrayList<>();
    for (Read read : draft.read()) {
      lines.add(
          read.passage().paragraph()
              + "."
              + read.sentence().number()
              + "\t"
              + read.sentence().text().replaceAll("\\s+", " "));
    }
    return String.join("\n", lines) + "\n";
  }
}
