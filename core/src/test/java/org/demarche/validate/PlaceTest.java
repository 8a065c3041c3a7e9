package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How places are printed, and in which order. */
final class PlaceTest {
  @Test
  void a_text_file_has_lines_and_a_table_has_rows_and_headings() {
    assertThat(new Place("botto.ttl", 120, 5)).hasToString("botto.ttl:120:5");
    assertThat(Place.cell("statements.csv", 12, 5, "holder"))
        .hasToString("statements.csv, row 12, column holder");
    assertThat(Place.row("statements.csv", 12)).hasToString("statements.csv, row 12");
  }

  @Test
  void places_are_in_the_order_of_the_file_a_row_before_its_cells() {
    Place row = Place.row("a.csv", 2);
    Place first = Place.cell("a.csv", 2, 1, "id");
    Place tenth = Place.cell("a.csv", 2, 10, "about");
    Place later = Place.cell("a.csv", 10, 1, "id");
    Place other = new Place("b.ttl", 1, 1);
    assertThat(List.of(other, later, tenth, first, row).stream().sorted())
        .containsExactly(row, first, tenth, later, other);
  }
}
