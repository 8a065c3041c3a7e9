package org.demarche.sheet;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Also sees what POI passes over in a page: formulas without a value, and merged cells. */
final class WorkbookPage extends XSSFSheetXMLHandler {
  private final WorkbookRows rows;
  private String reference = "";
  private boolean hasFormula;
  private boolean isText;
  private boolean isValueOpen;
  private boolean hasValue;

  WorkbookPage(Styles styles, SharedStrings texts, WorkbookRows rows, DataFormatter formatter) {
    super(styles, texts, rows, formatter, false);
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    super.startElement(uri, name, qName, attributes);
    switch (name) {
      case "c" -> {
        reference = String.valueOf(attributes.getValue("r"));
        isText = "str".equals(attributes.getValue("t"));
        hasFormula = false;
        hasValue = false;
      }
      case "f" -> hasFormula = true;
      case "v" -> {
        isValueOpen = true;
        // A formula may give an empty text, but no empty number.
        hasValue = isText;
      }
      case "mergeCell" -> rows.merged(String.valueOf(attributes.getValue("ref")));
      default -> {}
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    super.characters(text, start, length);
    hasValue |= isValueOpen && length > 0;
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    super.endElement(uri, name, qName);
    if (name.equals("v")) {
      isValueOpen = false;
    } else if (name.equals("c") && hasFormula && !hasValue) {
      rows.withoutValue(reference);
    }
  }
}
