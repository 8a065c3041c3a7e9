package org.demarche.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Gives numbers and dates of a workbook as a coder means them: a day as {@code 2019-11-22} in
 * whatever form the spreadsheet shows it, a month as {@code 2019-11} where no day is shown, and a
 * number in full, {@code 5000000000}.
 */
final class SeenByCoder extends DataFormatter {
  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|;.*");
  private static final Pattern ERA = Pattern.compile("g*e+");
  private static final int DIGITS_OF_A_NUMBER = 15;
  private static final double MOST_SURE = 1e15;

  /** 1900-03-01: the days before are off by one in spreadsheets, which know a 29 February 1900. */
  private static final int FIRST_SOUND_DAY = 61;

  private final boolean since1904;
  private final Consumer<Reading.Wrong> faults;

  /**
   * For the cells of one workbook.
   *
   * @param since1904 whether it counts days from 1904, as those of old Macintoshes do
   * @param faults takes what is wrong with a value, before the value is given
   */
  SeenByCoder(boolean since1904, Consumer<Reading.Wrong> faults) {
    super(Locale.ROOT);
    this.since1904 = since1904;
    this.faults = faults;
  }

  /** POI calls this one, which doesn't know of the workbook. */
  @Override
  public String formatRawCellContents(double value, int formatIndex, String format) {
    if (!DateUtil.isADateFormat(formatIndex, shown(format))) {
      if (Math.abs(value) >= MOST_SURE) {
        faults.accept(
            new Reading.Wrong(
                "A spreadsheet keeps %d digits of a number, and this has more."
                    .formatted(DIGITS_OF_A_NUMBER),
                "Make the cell text, and write it again."));
      }
      return number(value);
    }
    if (value < (since1904 ? 1 : FIRST_SOUND_DAY)) {
      faults.accept(
          new Reading.Wrong(
              "The cell has the form of a date, and its value %s is none.".formatted(number(value)),
              "Write the date itself; a formula that leads to an empty cell gives 0."));
      return number(value);
    }
    return date(DateUtil.getLocalDateTime(value, since1904), format);
  }

  private static String date(LocalDateTime time, String format) {
    if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return time.toString();
    }
    String shown = shown(format);
    String day = time.toLocalDate().toString();
    if (shown.indexOf('d') >= 0 || shown.indexOf('y') < 0) {
      return day;
    }
    return shown.indexOf('m') >= 0
        ? day.substring(0, day.lastIndexOf('-'))
        : day.substring(0, day.indexOf('-'));
  }

  /**
   * The letters of a format alone, with a year for an era; POI knows no words but Japanese ones.
   */
  private static String shown(String format) {
    String letters = NOT_SHOWN.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return ERA.matcher(letters).replaceAll("y");
  }

  /** Fifteen digits are what a spreadsheet keeps; what comes after is an error of rounding. */
  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS_OF_A_NUMBER));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
