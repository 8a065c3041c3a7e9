package org.demarche.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
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
  private static final int DIGITS_OF_A_NUMBER = 15;

  SeenByCoder() {
    super(Locale.ROOT);
  }

  @Override
  public String formatRawCellContents(
      double value, int formatIndex, String format, boolean since1904) {
    return DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)
        ? date(DateUtil.getLocalDateTime(value, since1904), format)
        : number(value);
  }

  @Override
  public String formatRawCellContents(double value, int formatIndex, String format) {
    return formatRawCellContents(value, formatIndex, format, false);
  }

  private static String date(LocalDateTime time, String format) {
    if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return time.toString();
    }
    String shown = NOT_SHOWN.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    String day = time.toLocalDate().toString();
    if (shown.indexOf('d') >= 0 || shown.indexOf('y') < 0) {
      return day;
    }
    return shown.indexOf('m') >= 0
        ? day.substring(0, day.lastIndexOf('-'))
        : day.substring(0, day.indexOf('-'));
  }

  /** Fifteen digits are what a spreadsheet keeps; what comes after is an error of rounding. */
  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS_OF_A_NUMBER));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
