package org.demarche.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.demarche.draft.Passage.Role;
import org.junit.jupiter.api.Test;

class LayoutTest {

  @Test
  void headline_standfirst_paragraphs_caption_and_note_are_told_from_menus_and_advertisements() {
    Layout layout = layout(Examples.text("reef-fishery.txt"));

    assertThat(layout.passages())
        .extracting(Passage::paragraph, Passage::role, Passage::start, Passage::end)
        .map(tuple -> tuple.toList().stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .containsExactly(
            "H HEADLINE 51 110",
            "S STANDFIRST 112 180",
            "P1 BODY 255 437",
            "P2 BODY 439 628",
            "P3 CAPTION 645 708",
            "P4 BODY 710 948",
            "P5 BODY 966 1128",
            "P6 AUTHOR_NOTE 1130 1199");
    assertThat(layout.author()).contains("Maria Lindqvist");
    assertThat(layout.section()).contains("Asia Pacific");
    assertThat(layout.leftOut())
        .extracting(Block::text)
        .contains("Advertisement", "What was wrong?", "Related stories");
  }

  @Test
  void offsets_count_characters_and_a_hash_is_that_of_the_characters_between_them() {
    // Each of the first two letters is one character and two units of UTF-16.
    String text = "𝔸𝔹 The first line of all is a headline\r\n\r\n" + paragraph("one") + "\r\n";

    Passage body = layout(text).passages().getLast();

    int[] characters = text.codePoints().toArray();
    String between = new String(characters, body.start(), body.end() - body.start());
    assertThat(between).isEqualTo(paragraph("one"));
    assertThat(body.sha256()).isEqualTo(DigestUtils.sha256Hex(between).substring(0, 16));
  }

  @Test
  void lines_broken_by_hand_are_one_paragraph_and_long_lines_are_one_each() {
    String broken =
        "This paragraph was broken by hand\nafter some words, as mails are,\nand goes on.";

    assertThat(layout(broken).passages()).hasSize(1);
    assertThat(layout(paragraph("one") + "\n" + paragraph("two")).passages())
        .extracting(Passage::paragraph)
        .containsExactly("P1", "P2");
  }

  @Test
  void byline_and_date_right_below_the_headline_are_no_part_of_it() {
    Layout layout = layout("Talks about fish\nBy Ana Lind\n24 November 2019\n" + paragraph("one"));

    assertThat(layout.passages())
        .extracting(Passage::role, Passage::start)
        .containsExactly(tuple(Role.HEADLINE, 0), tuple(Role.BODY, 46));
    assertThat(layout.author()).contains("Ana Lind");
  }

  @Test
  void a_text_of_very_many_lines_is_read_too() {
    assertThat(layout("a line of a list\n".repeat(50_000)).passages()).hasSize(1);
  }

  @Test
  void a_text_without_headline_begins_with_its_first_paragraph() {
    assertThat(layout(paragraph("one") + "\n\n" + paragraph("two")).passages())
        .extracting(Passage::role)
        .containsExactly(Role.BODY, Role.BODY);
  }

  @Test
  void a_related_story_in_the_middle_does_not_end_the_article() {
    String text =
        String.join(
            "\n\n", paragraph("one"), "Related stories", paragraph("two"), paragraph("three"));

    assertThat(layout(text).passages()).hasSize(3);
  }

  @Test
  void a_paragraph_that_begins_like_an_advertisement_is_still_one() {
    String text =
        paragraph("one") + "\n\n" + paragraph("two") + "\n\nMore in sorrow: " + paragraph("three");

    assertThat(layout(text).passages()).hasSize(3);
  }

  @Test
  void the_layout_of_korean_and_japanese_papers_is_known_too() {
    Layout korean = Layout.of(Article.read(Examples.file("whitelist-ko.txt")), "ko");
    Layout japanese = Layout.of(Article.read(Examples.file("dialogue-ja.txt")), "ja");

    assertThat(List.of(korean, japanese))
        .allSatisfy(
            layout -> {
              assertThat(layout.passages().getFirst().role()).isEqualTo(Role.HEADLINE);
              assertThat(layout.passages().getLast().role()).isEqualTo(Role.AUTHOR_NOTE);
            });
    assertThat(korean.author()).contains("김하나");
    assertThat(japanese.author()).contains("森ゆり子");
    assertThat(japanese.section()).contains("社説");
  }

  private static Layout layout(String text) {
    return Layout.of(new Article("article", text, ""), "en");
  }

  private static String paragraph(String name) {
    return "This is paragraph "
        + name
        + ", which has whole sentences and is longer than a line. It says that whoever reads on"
        + " finds another sentence here, and then the end of it.";
  }
}
