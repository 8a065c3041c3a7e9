package org.demarche.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.sheet.ArticleBeside;
import org.demarche.sheet.KnownThings;
import org.demarche.sheet.SheetWriter;

/** Writes the files of a draft: the sheet, and where it is wished the sentences beside it. */
public final class DraftFolder {
  private DraftFolder() {}

  /**
   * Writes a draft.
   *
   * @param folder made if it isn't there
   * @param withText whether to write the sentences too, into a file that Git is told to ignore
   * @param choices what drops down in a workbook; empty for tables in CSV
   * @return the files, in the order of writing
   * @throws DemarcheException when one of them is there already, and nothing was written; or when
   *     they can't be written
   */
  public static List<Path> write(
      Draft draft, Path folder, boolean withText, Optional<KnownThings> choices) {
    Map<Path, String> texts = new LinkedHashMap<>();
    if (withText) {
      texts.put(
          folder.resolve(".gitignore"),
          "# The text of the article stays on this machine.\n" + ArticleBeside.FILE + "\n");
      texts.put(folder.resolve(ArticleBeside.FILE), sentences(draft));
    }
    texts.keySet().stream()
        .filter(Files::exists)
        .findFirst()
        .ifPresent(
            there -> {
              throw new DemarcheException(
                  ErrorCategory.BAD_INPUT,
                  there
                      + " is there already, and nothing was written. Name another folder with"
                      + " --out, or move it.");
            });
    List<Path> written =
        new ArrayList<>(
            choices
                .map(known -> SheetWriter.writeWorkbook(folder, draft.sheet(), known))
                .orElseGet(() -> SheetWriter.writeTables(folder, draft.sheet())));
    try {
      for (Map.Entry<Path, String> text : texts.entrySet()) {
        Files.writeString(text.getKey(), text.getValue());
        written.add(text.getKey());
      }
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, folder + ": the draft can't be written: " + e.getMessage(), e);
    }
    return List.copyOf(written);
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
