package org.demarche.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.demarche.validate.Refusal;

/** Sheets for tests. */
final class Tables {
  static final String OP_ED =
      """
      slug,title,label,language,author,publisher,url,published,text_sha256,text_length
      park-2021,Two ports,Park on two ports,en,hana-park,harbour-review,https://example.org/ports,2021-03-04,%s,900
      """
          .formatted("a".repeat(64));
  static final String STATEMENTS =
      """
      id,paragraph,sentence,kind,holder,reporter,subject,relation,object,about,certainty,polarity,label
      F001,P1,1,background,hana-park,hana-park,actor/japan,allyOf,actor/united-states,actor/japan|actor/united-states,certain,affirmed,Japan has an ally
      """;
  static final String ENTITIES =
      """
      id,class,label_en,paragraph,start,end,paragraph_sha256
      P1,Passage,paragraph 1,P1,0,120,0123456789abcdef
      """;

  private Tables() {}

  static Path write(Path folder, String opEd, String statements, String entities) {
    return write(
        folder,
        opEd.getBytes(StandardCharsets.UTF_8),
        statements.getBytes(StandardCharsets.UTF_8),
        entities.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, byte[] opEd, byte[] statements, byte[] entities) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("op-ed.csv"), opEd);
      Files.write(folder.resolve("statements.csv"), statements);
      Files.write(folder.resolve("entities.csv"), entities);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** All that is wrong with a sheet, the folder left out. */
  static List<String> faults(Path sheet) {
    try {
      CodedOpEds.read(sheet);
      return List.of();
    } catch (Refusal refusal) {
      return refusal.findings().all().stream()
          .map(finding -> finding.toString().replace(sheet + "/", "").replace(sheet + ", ", ""))
          .toList();
    }
  }

  /** The lines of a file beside the tests. */
  static List<String> expected(String name) {
    try (var in = Objects.requireNonNull(Tables.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
