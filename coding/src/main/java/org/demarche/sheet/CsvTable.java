package org.demarche.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/**
 * Reads and writes tables as files of comma-separated values: <a
 * href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, and what spreadsheets make of it.
 * Stateless.
 */
final class CsvTable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?\\R");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String SAVE_AS_UTF_8 = "Save it as \"CSV UTF-8 (comma delimited)\".";

  private CsvTable() {}

  /** Reads a table; the faults are the builder's. */
  static TableBuilder read(TableName table, String file, byte[] content) {
    TableBuilder builder = new TableBuilder(file);
    if (isUtf16(content)) {
      builder.fault(
          Finding.fault(
              Place.row(file, 1),
              "The file is in UTF-16, which spreadsheets call Unicode Text.",
              SAVE_AS_UTF_8));
      return builder;
    }
    Optional<String> text = utf8(content);
    if (text.isPresent()) {
      parse(table, file, text.get(), builder);
    } else {
      otherEncoding(table, file, content, builder);
    }
    return builder;
  }

  /**
   * Writes a table so that spreadsheets show it as it is: in UTF-8 with a byte order mark, without
   * which some take it for another encoding, commas between the cells, CRLF at the end of a row.
   */
  static byte[] write(Table table) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    CSVFormat format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(table.columns());
      for (Table.Row row : table.rows()) {
        printer.printRecord(row.cells());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void parse(TableName table, String file, String text, TableBuilder builder) {
    Matcher line = SEPARATOR_LINE.matcher(text);
    boolean isTold = line.lookingAt();
    String rows = isTold ? text.substring(line.end()) : text;
    if (rows.isBlank()) {
      builder.fault(
          Finding.fault(
              Place.row(file, 1),
              "The file is empty.",
              "Row 1 has the headings; `demarche sheet new` writes them."));
      return;
    }
    char separator = isTold ? line.group(1).charAt(0) : separator(table, rows);
    int number = 0;
    try (CSVParser records = parser(rows, separator)) {
      for (CSVRecord row : records) {
        number++;
        builder.add(number, row.toList());
      }
    } catch (IOException | UncheckedIOException e) {
      builder.fault(
          Finding.fault(
              Place.row(file, number + 1L),
              "A quotation mark is out of place in this row.",
              "A cell that begins with one ends with one, and within it stand two for each."));
    }
  }

  /** The one by which the most headings are known. */
  private static char separator(TableName table, String text) {
    char best = SEPARATORS.getFirst();
    long most = -1;
    for (char separator : SEPARATORS) {
      long known = Headings.known(table, firstRow(text, separator));
      if (known > most) {
        most = known;
        best = separator;
      }
    }
    return best;
  }

  private static List<String> firstRow(String text, char separator) {
    try (CSVParser records = parser(text, separator)) {
      return records.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** Empty rows are kept, so that rows are counted as a spreadsheet counts them. */
  private static CSVParser parser(String text, char separator) throws IOException {
    return CSVParser.builder()
        .setReader(new StringReader(text))
        .setFormat(
            CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get())
        .get();
  }

  private static boolean isUtf16(byte[] content) {
    if (content.length < 2) {
      return false;
    }
    int first = content[0] & 0xFF;
    int second = content[1] & 0xFF;
    // Headings are ASCII, so without a byte order mark one of the first two bytes is nought.
    return (first == 0xFE && second == 0xFF)
        || (first == 0xFF && second == 0xFE)
        || first == 0
        || second == 0;
  }

  private static Optional<String> utf8(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Finds the cells that aren't UTF-8: marks and separators are the same bytes in all encodings of
   * spreadsheets, so the table can be read byte by byte.
   */
  private static void otherEncoding(
      TableName table, String file, byte[] content, TableBuilder builder) {
    TableBuilder bytes = new TableBuilder(file);
    parse(table, file, new String(content, StandardCharsets.ISO_8859_1), bytes);
    List<Finding> cells = new ArrayList<>();
    Table read = bytes.table();
    for (Table.Row row : read.rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        byte[] cell = row.cells().get(i).getBytes(StandardCharsets.ISO_8859_1);
        if (utf8(cell).isEmpty()) {
          cells.add(
              Finding.fault(
                  Place.cell(file, row.number(), i + 1, read.columns().get(i)),
                  "This isn't UTF-8; in Windows-1252 it would be %s."
                      .formatted(ValueReader.quoted(new String(cell, WINDOWS).strip())),
                  SAVE_AS_UTF_8));
        }
      }
    }
    if (cells.isEmpty()) {
      builder.fault(Finding.fault(Place.row(file, 1), "The file isn't in UTF-8.", SAVE_AS_UTF_8));
    }
    // One encoding is one mistake, however many cells show it.
    cells.stream().findFirst().ifPresent(builder::fault);
  }
}
