package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of an article in a sheet that lies beside it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ArticleBesideTest {
  private static final String ARTICLE =
      """
      P1.1 The harbour master closed the northern quay, and nobody in the town was told.
      P1.2 항만 당국은 북쪽 부두를 닫았고 마을에서는 아무도 그 소식을 듣지 못했다고 한다.
      P1.3 港の管理者は北の埠頭を閉鎖したが町の誰にも知らせなかった。
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Harbour master closed the northern quay and nobody in the town knew,"
        + " harbour master closed the northern quay and nobody",
    "북쪽 부두를 닫았고 마을에서는 아무도 그 소식을 듣지 못했다," + " 북쪽 부두를 닫았고 마을에서는 아무도 그 소식을 듣지",
    "北の埠頭を閉鎖したが町の誰にも知らせた, 北の埠頭を閉鎖したが町の誰にも知"
  })
  void a_label_with_words_of_the_article_is_a_fault_of_its_cell(String label, String words)
      throws IOException {
    Files.writeString(folder.resolve(ArticleBeside.FILE), ARTICLE);
    Path sheet = withLabel(label);

    assertThat(Tables.faults(sheet))
        .containsExactly(
            "statements.csv, row 2, column label: The article has these words: “%s”. Say it in your"
                    .formatted(words)
                + " own words.");
  }

  @Test
  void the_same_in_own_words_is_fine() throws IOException {
    Files.writeString(folder.resolve(ArticleBeside.FILE), ARTICLE);

    assertThat(CodedOpEds.read(withLabel("The northern quay was closed without notice")))
        .hasSize(1);
  }

  @Test
  void nothing_is_compared_where_the_article_is_elsewhere() {
    assertThat(
            CodedOpEds.read(withLabel("The harbour master closed the northern quay, and nobody")))
        .hasSize(1);
  }

  private Path withLabel(String label) {
    return Tables.write(
        folder,
        Tables.OP_ED,
        Tables.STATEMENTS.replace("Japan has an ally", "\"" + label + "\""),
        Tables.ENTITIES);
  }
}
