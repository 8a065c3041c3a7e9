package org.demarche.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the tables of a workbook, {@code .xlsx}, row by row: it never holds one as a whole. Pages
 * other than the three are left alone. What is bounded: see {@link SheetLimits}; archives that
 * unpack to more than a hundred times their size are refused, and XML may declare no document type.
 * Stateless.
 */
final class WorkbookReader {
  static {
    // POI has these for the whole process; nobody else in it reads workbooks.
    ZipSecureFile.setMaxEntrySize(SheetLimits.UNPACKED_BYTES);
    ZipSecureFile.setMaxFileCount(SheetLimits.PARTS);
  }

  private WorkbookReader() {}

  /** The tables that the workbook has. */
  static Map<TableName, TableBuilder> read(String name, byte[] content) {
    Map<TableName, TableBuilder> tables = new EnumMap<>(TableName.class);
    try (OPCPackage workbook = open(content)) {
      XSSFReader reader = new XSSFReader(workbook);
      ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(workbook, false);
      boolean since1904 = isSince1904(reader);
      XSSFReader.SheetIterator pages = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (pages.hasNext()) {
        try (InputStream page = pages.next()) {
          Optional<TableName> table = TableName.ofPage(pages.getSheetName());
          if (table.isPresent() && tables.containsKey(table.get())) {
            TableBuilder first = Objects.requireNonNull(tables.get(table.get()));
            first.fault(
                Finding.fault(
                    Place.row(first.file(), 1),
                    "The workbook has two sheets of this name, case and spaces apart.",
                    "Put all into one, and remove the other."));
          } else if (table.isPresent()) {
            TableBuilder builder = new TableBuilder(page(name, table.get()));
            tables.put(table.get(), builder);
            WorkbookRows rows = new WorkbookRows(builder);
            parse(
                page,
                new WorkbookPage(
                    reader.getStylesTable(), texts, rows, new SeenByCoder(since1904, rows::fault)));
          }
        }
      }
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException e) {
      // POI throws whatever comes up in a damaged workbook, index and null pointer among them.
      TableBuilder builder =
          tables.computeIfAbsent(TableName.OP_ED, table -> new TableBuilder(page(name, table)));
      builder.fault(
          Finding.fault(
              new Place(name, 1, 1),
              "The workbook can't be read: %s".formatted(reason(e)),
              "Save it as an Excel workbook (.xlsx) of at most %d MB, without a password."
                  .formatted(SheetLimits.FILE_BYTES >> 20)));
    }
    return tables;
  }

  private static OPCPackage open(byte[] content) throws IOException, OpenXML4JException {
    // POI bounds each part, and holds all of them at once.
    Unpacking.requireWithinLimits(content);
    return OPCPackage.open(new ByteArrayInputStream(content));
  }

  /** Whether the workbook counts days from 1904. */
  private static boolean isSince1904(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    AtomicReference<String> date1904 = new AtomicReference<>("");
    try (InputStream workbook = reader.getWorkbookData()) {
      parse(
          workbook,
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qName, Attributes attributes) {
              if (name.equals("workbookPr")) {
                date1904.set(String.valueOf(attributes.getValue("date1904")));
              }
            }
          });
    }
    return date1904.get().equals("1") || date1904.get().equals("true");
  }

  private static void parse(InputStream part, ContentHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(handler);
    xml.parse(new InputSource(part));
  }

  /** How messages call a page. */
  static String page(String workbook, TableName table) {
    return workbook + ", sheet " + table.label();
  }

  /** In one line; what POI says after it is for programmers, or all the texts of the workbook. */
  private static String reason(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), "it is damaged")
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("(\\. | with strings: |\\.$).*", "")
        + ".";
  }
}
