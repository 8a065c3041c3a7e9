package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands below {@code demarche sheet}, on real folders and files. */
class SheetCommandTest {
  /** A folder with everything that comes with Demarche. */
  @TempDir private static Path LOADED;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void load() {
    try (KnowledgeGraph graph = KnowledgeGraph.open(LOADED, DefaultGraph.UNION)) {
      DataFolder.loadBundled(graph);
    }
  }

  @Test
  void an_exported_sheet_is_built_into_trig_that_validate_accepts() {
    Path sheet = folder.resolve("botto");
    Path trig = folder.resolve("botto.trig");
    assertThat(run("export", "botto-2019-gsomia", sheet.toString())).isEqualTo(ExitCode.FINE);
    assertThat(run("build", sheet.toString(), "--out", trig.toString())).isEqualTo(ExitCode.FINE);
    assertThat(err).hasToString("");
    assertThat(trig).content().startsWith("@prefix actor: ").contains("statement:F151\n");
    assertThat(execute("validate", trig.toString())).isEqualTo(ExitCode.FINE);
  }

  @Test
  void a_sheet_with_faults_is_not_built() throws Exception {
    Path sheet = folder.resolve("new");
    assertThat(run("new", sheet.toString())).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines()).hasSize(6);
    Files.writeString(sheet.resolve("op-ed.csv"), "slug;title\npark-2021;Two ports\n");
    Path trig = folder.resolve("park.trig");
    assertThat(run("build", sheet.toString(), "--out", trig.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("statements.csv, row 2: There is no statement. ");
    assertThat(trig).doesNotExist();
  }

  @Test
  void an_op_ed_that_is_not_there_is_told_with_where_to_look() {
    assertThat(run("export", "nobody-1900", folder.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(err)
        .hasToString(
            "The graph has no op-ed nobody-1900. `demarche query op-eds` lists those that it has.\n");
  }

  @Test
  void what_is_no_sheet_is_told_so() {
    assertThat(run("build", folder.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).startsWith(folder + " is no coding sheet. Name a folder with op-ed");
  }

  private int run(String command, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "sheet";
    all[1] = command;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return execute(all);
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = LOADED.toString();
    return CommandLineInterface.create(Optional.empty())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
