package org.demarche.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.demarche.load.Source;

/**
 * The op-ed that faults are planted in.
 *
 * @param tables as its coder wrote them
 * @param trig the graph that they give
 */
record SoundOpEd(Map<TableName, Table> tables, String trig) {

  static SoundOpEd of(Source opEd, String folder) {
    Map<TableName, Table> tables = new LinkedHashMap<>();
    for (TableName name : TableName.values()) {
      ReadSheet read = SheetReader.onClassPath(folder);
      tables.put(name, read.sheet().table(name));
    }
    return new SoundOpEd(tables, OpEdTrig.write(opEd.graph(), opEd.triples()));
  }

  Table table(TableName name) {
    return Optional.ofNullable(tables.get(name)).orElseThrow();
  }

  static void page(Sheet page, Table table) {
    fill(page.createRow(0), table.columns());
    for (Table.Row row : table.rows()) {
      fill(page.createRow(row.number() - 1), row.cells());
    }
  }

  private static void fill(Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.createCell(i).setCellValue(cells.get(i));
      }
    }
  }

  static byte[] zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
