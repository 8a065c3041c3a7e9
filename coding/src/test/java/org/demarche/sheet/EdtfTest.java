package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What dates as known say of begin and end. */
final class EdtfTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019-11-22                 | 2019-11-22 2019-11-22 2019-11-22 2019-11-22
          2019-11                    | 2019-11-01 2019-11-30 2019-11-01 2019-11-30
          2020-02~                   | 2020-02-01 2020-02-29 2020-02-01 2020-02-29
          2019                       | 2019-01-01 2019-12-31 2019-01-01 2019-12-31
          201X                       | 2010-01-01 2019-12-31 2010-01-01 2019-12-31
          2019-XX                    | 2019-01-01 2019-12-31 2019-01-01 2019-12-31
          2019-11-XX                 | 2019-11-01 2019-11-30 2019-11-01 2019-11-30
          2019-22                    | 2019-06-01 2019-08-31 2019-06-01 2019-08-31
          2019-24                    | 2019-01-01 2020-02-29 2019-01-01 2020-02-29
          ?2019-11-~22               | 2019-11-22 2019-11-22 2019-11-22 2019-11-22
          2019-11-22T10:00:00Z       | 2019-11-22 2019-11-22 2019-11-22 2019-11-22
          -0044-03-15                | -0044-03-15 -0044-03-15 -0044-03-15 -0044-03-15
          2019-11-23~/2020-02-23~    | 2019-11-23 2019-11-23 2020-02-23 2020-02-23
          2019-07/2019-11-23         | 2019-07-01 2019-07-31 2019-11-23 2019-11-23
          2019-07-04/..              | 2019-07-04 2019-07-04 . .
          2019-07-04/                | 2019-07-04 2019-07-04 . .
          ../2019-12-31              | . . 2019-12-31 2019-12-31
          [2019-11-24..2019-12-01]   | 2019-11-24 2019-12-01 2019-11-24 2019-12-01
          [2014-12-28,2014-12-29]    | 2014-12-28 2014-12-29 2014-12-28 2014-12-29
          [..2019-12]                | . 2019-12-31 . 2019-12-31
          {2019-01,2019-03}          | 2019-01-01 2019-01-31 2019-03-01 2019-03-31
          """)
  void a_date_has_its_four_bounds(String date, String bounds) {
    assertThat(Edtf.bounds(date).map(EdtfTest::shown)).contains(bounds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22/11/2019",
        "2019-13",
        "2019-02-29",
        "2019-1-2",
        "November 2019",
        "19",
        "2019-12/2019-11",
        "../..",
        "/",
        "[]",
        "[2019",
        "2019-XX-03",
        "2019-25",
        "[2019-12..2019-11]",
        "20191122",
        "X"
      })
  void what_is_no_date_of_the_format_has_none(String date) {
    assertThat(Edtf.bounds(date)).isEmpty();
  }

  private static String shown(DateBounds bounds) {
    return String.join(
        " ",
        day(bounds.earliestBegin()),
        day(bounds.latestBegin()),
        day(bounds.earliestEnd()),
        day(bounds.latestEnd()));
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(".");
  }
}
