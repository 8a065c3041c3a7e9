package org.demarche.server.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.demarche.queries.CannedQuery.Picture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures of made-up rows, read as XML. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PicturesTest {

  private static final Table LIVES =
      table(
          "label earliest latest date",
          "'signed' '2016-11-23' '2016-11-23' '2016-11-23'",
          "'in force' '2016-11-23' '2019-08-23' '2016-11-23/2019-08'",
          "'called off' '2012-01-01' '2012-12-31' '2012'",
          "'goes on' '2018-03-21' - '2018-03-21/..'",
          "'extended' '2017-11-23' '2018-02-23' '2017-11-23~/2018-02-23~'",
          "'years of talks' - - 'undated'");

  private static final Table EDGES =
      table(
          "holder holderLabel against againstLabel relation",
          "<x:a> 'Anna' <x:b> 'Bert' 'blames'",
          "<x:a> 'Anna' <x:b> 'Bert' 'doubts'",
          "<x:b> 'Bert' <x:a> 'Anna' 'blames'",
          "<x:c> 'Cleo' <x:c> 'Cleo' 'blames'");

  @Test
  void a_timeline_tells_days_periods_and_what_is_not_known_exactly_apart() {
    Document svg = draw(Picture.TIMELINE, LIVES);

    assertThat(titles(svg))
        .containsExactlyInAnyOrder(
            "Question",
            "called off: 2012-01-01 to 2012-12-31, at some time within",
            "signed: 2016-11-23",
            "in force: 2016-11-23 to 2019-08-23, a period",
            "extended: 2017-11-23 to 2018-02-23, a period, approximate",
            "goes on: from 2018-03-21, no end known");
    assertThat(count(svg, "circle", "mark")).isEqualTo(2);
    assertThat(count(svg, "rect", "mark within")).isEqualTo(2);
    assertThat(count(svg, "rect", "mark vague")).isEqualTo(2);
    assertThat(count(svg, "rect", "fading end")).isEqualTo(2);
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("5 items between 2012-01-01 and 2019-08-23")
        .contains("Rows without a date, not drawn: 1.");
  }

  @Test
  void labels_of_a_timeline_do_not_overlap_and_stay_within_it() {
    Table many =
        table(
            "label begin end",
            IntStream.range(0, 90)
                .mapToObj(
                    i ->
                        "'Something that happened, number %d' '20%02d-03-01' '20%02d-05-01'"
                            .formatted(i, i % 25, i % 25))
                .toArray(String[]::new));

    Document svg = draw(Picture.TIMELINE, many);

    List<Label> labels = new ArrayList<>();
    for (Element item : elements(svg, "g")) {
      Element text = (Element) item.getElementsByTagName("text").item(0);
      double left = number(text, "x");
      double right = left + Lettering.width(text.getTextContent(), 13);
      assertThat(left).isNotNegative();
      assertThat(right).isLessThanOrEqualTo(number(svg.getDocumentElement(), "width"));
      labels.add(new Label(number(text, "y"), left, right));
    }
    assertThat(labels).hasSize(60);
    for (Label one : labels) {
      assertThat(labels)
          .filteredOn(other -> !other.equals(one) && other.base() == one.base())
          .allMatch(other -> other.left() > one.right() || other.right() < one.left());
    }
  }

  @Test
  void what_is_certain_of_a_period_is_drawn_over_what_is_possible() {
    Document svg =
        draw(
            Picture.TIMELINE,
            table(
                "label earliestBegin latestBegin earliestEnd latestEnd",
                "'term' '2010-01-01' '2010-06-01' '2012-01-01' '2012-12-31'"));

    Element item = elements(svg, "g").getFirst();
    assertThat(item.getElementsByTagName("rect").getLength()).isEqualTo(2);
  }

  @Test
  void a_network_has_a_box_for_each_thing_and_an_arrow_for_each_pair() {
    Document svg = draw(Picture.NETWORK, EDGES);

    assertThat(titles(svg))
        .containsExactlyInAnyOrder(
            "Question",
            "Anna",
            "Bert",
            "Cleo",
            "Anna → Bert, blames, doubts (2)",
            "Bert → Anna, blames",
            "Cleo → Cleo, blames");
    assertThat(count(svg, "g", "node")).isEqualTo(3);
    assertThat(count(svg, "path", "tip")).isEqualTo(3);
    List<Element> lines =
        elements(svg, "path").stream()
            .filter(it -> it.getAttribute("class").equals("line"))
            .toList();
    assertThat(number(lines.get(0), "stroke-width"))
        .isGreaterThan(number(lines.get(1), "stroke-width"));
  }

  @Test
  void an_edge_says_whether_all_or_some_of_it_is_denied_and_is_dashed_where_all_is() {
    Document svg =
        draw(
            Picture.NETWORK,
            table(
                "holder holderLabel addressee addresseeLabel polarity",
                "<x:a> 'Anna' <x:b> 'Bert' 'denied'",
                "<x:a> 'Anna' <x:c> 'Cleo' 'denied'",
                "<x:a> 'Anna' <x:c> 'Cleo' 'affirmed'",
                "<x:b> 'Bert' <x:c> 'Cleo' 'affirmed denied'"));

    assertThat(titles(svg))
        .contains("Anna → Bert (denied)", "Anna → Cleo (some denied) (2)", "Bert → Cleo");
    assertThat(
            elements(svg, "path").stream()
                .filter(it -> it.getAttribute("class").equals("line"))
                .map(it -> it.getAttribute("stroke-dasharray")))
        .containsExactly("6 5", "none", "none");
    assertThat(
            elements(svg, "text").stream()
                .filter(it -> it.getAttribute("class").equals("relation"))
                .map(Element::getTextContent))
        .containsExactly("(denied)", "(some denied)");
  }

  @Test
  void a_network_is_told_in_words_that_count_one_as_one_and_end_with_one_full_stop() {
    assertThat(
            draw(Picture.NETWORK, table("by byLabel of ofLabel", "<x:a> 'Anna' <x:b> 'Bert Jr.'"))
                .getElementsByTagName("desc")
                .item(0)
                .getTextContent())
        .isEqualTo("2 things and 1 edge: Anna → Bert Jr. The table below tells the same.");
    assertThat(
            draw(Picture.NETWORK, table("by byLabel of ofLabel", "<x:a> 'Anna' <x:a> 'Anna'"))
                .getElementsByTagName("desc")
                .item(0)
                .getTextContent())
        .startsWith("1 thing and 1 edge: Anna → Anna. ");
  }

  @Test
  void an_arrow_from_cause_to_effect_bears_no_relation_that_runs_the_other_way() {
    Document svg =
        draw(
            Picture.NETWORK,
            table(
                "cause causeLabel relation effect effectLabel",
                "<x:a> 'step' <x:respondsTo> <x:b> 'answer'"));

    assertThat(titles(svg)).contains("step → answer");
    assertThat(count(svg, "text", "relation")).isZero();
  }

  @Test
  void boxes_of_a_network_do_not_overlap() {
    String[] rows =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "<x:%d> 'The government of country %d' <x:%d> 'The government of country %d'"
                        .formatted(i % 30, i % 30, i * 7 % 30, i * 7 % 30))
            .toArray(String[]::new);

    Document svg = draw(Picture.NETWORK, table("by byLabel of ofLabel", rows));

    List<Element> boxes = elements(svg, "rect");
    assertThat(boxes).hasSize(30);
    for (Element one : boxes) {
      assertThat(boxes)
          .filteredOn(other -> !other.equals(one))
          .allMatch(
              other ->
                  apart(one, other, "x", "width")
                      || apart(other, one, "x", "width")
                      || apart(one, other, "y", "height")
                      || apart(other, one, "y", "height"));
      assertThat(number(one, "x")).isNotNegative();
      assertThat(number(one, "x") + number(one, "width"))
          .isLessThanOrEqualTo(number(svg.getDocumentElement(), "width"));
    }
  }

  @Test
  void bars_count_the_first_category_and_pass_over_codes_and_passages() {
    Document svg =
        draw(
            Picture.BAR,
            table(
                "code passage label kind",
                "'F1' 'P1' 'one' 'event'",
                "'F2' 'P1' 'two' 'demand'",
                "'F3' 'P2' 'three' 'event'"));

    assertThat(titles(svg)).containsExactly("Question", "event: 2", "demand: 1");
    List<Element> bars = elements(svg, "rect");
    assertThat(number(bars.get(0), "width")).isEqualTo(2 * number(bars.get(1), "width"));
  }

  @Test
  void rows_that_do_not_suit_have_no_picture() {
    Table plain = table("label source", "'one' <x:a>", "'two' <x:a>");

    for (Picture picture : Picture.values()) {
      assertThat(Pictures.of(picture, "Question", plain)).as("%s", picture).isEmpty();
      assertThat(Pictures.of(picture, "Question", table("label begin"))).isEmpty();
    }
    assertThat(Pictures.of(Picture.TABLE, "Question", LIVES)).isEmpty();
  }

  @Test
  void the_same_rows_are_the_same_bytes() {
    assertThat(Pictures.of(Picture.TIMELINE, "Question", LIVES))
        .isEqualTo(Pictures.of(Picture.TIMELINE, "Question", LIVES));
    assertThat(Pictures.of(Picture.NETWORK, "Question", EDGES))
        .isEqualTo(Pictures.of(Picture.NETWORK, "Question", EDGES));
  }

  @Test
  void a_hostile_label_stays_a_label() {
    Table hostile =
        table("by byLabel of ofLabel", "<x:a> '\\\"><script>alert(1)</script>' <x:b> 'a\u0001&b'");

    String svg = Pictures.of(Picture.NETWORK, "<b>", hostile).orElseThrow();

    assertThat(svg).doesNotContain("<script", "<b>", "\u0001");
    assertThat(titles(parse(svg))).contains("\"><script>alert(1)</script>", "a&b");
  }

  private record Label(double base, double left, double right) {}

  private static Document draw(Picture picture, Table table) {
    Document svg = parse(Pictures.of(picture, "Question", table).orElseThrow());
    Element root = svg.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-labelledby").split(" "))
        .allSatisfy(
            id -> assertThat(elements(svg, "*")).anyMatch(it -> it.getAttribute("id").equals(id)));
    assertThat(elements(svg, "*")).noneMatch(it -> it.hasAttribute("style"));
    return svg;
  }

  private static Table table(String columns, String... rows) {
    return new Table(
        List.of(columns.split(" ")), Arrays.stream(rows).map(PicturesTest::row).toList());
  }

  private static List<Optional<Node>> row(String text) {
    return Pattern.compile("'[^']*'|<[^>]*>|-")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(
            cell ->
                cell.equals("-")
                    ? Optional.<Node>empty()
                    : Optional.of(NodeFactoryExtra.parseNode(cell.replace('\'', '"'))))
        .toList();
  }

  private static List<String> titles(Document svg) {
    return elements(svg, "title").stream().map(Element::getTextContent).toList();
  }

  private static long count(Document svg, String element, String kind) {
    return elements(svg, element).stream()
        .filter(it -> it.getAttribute("class").equals(kind))
        .count();
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static boolean apart(Element one, Element other, String from, String length) {
    return number(one, from) + number(one, length) < number(other, from);
  }

  private static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (Exception malformed) {
      throw new AssertionError(svg, malformed);
    }
  }
}
