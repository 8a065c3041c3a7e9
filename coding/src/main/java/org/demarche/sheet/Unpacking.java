package org.demarche.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Unpacks an archive once and keeps nothing, to see whether it is worth keeping. Stateless. */
final class Unpacking {
  private static final int BUFFER = 1 << 16;

  private Unpacking() {}

  /**
   * Reads all parts of an archive, as far as {@link SheetLimits} go.
   *
   * @throws ZipException when it goes beyond them, or is no archive
   * @throws IOException when it is damaged
   */
  static void requireWithinLimits(byte[] content) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long unpacked = 0;
    int parts = 0;
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        parts++;
        if (parts > SheetLimits.PARTS) {
          throw new ZipException("it has more than " + SheetLimits.PARTS + " parts");
        }
        for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
          unpacked += read;
          if (unpacked > SheetLimits.UNPACKED_BYTES) {
            throw new ZipException(
                "it unpacks to more than " + (SheetLimits.UNPACKED_BYTES >> 20) + " MB");
          }
        }
      }
    }
    if (parts == 0) {
      throw new ZipException("it is no zip archive, or an empty one");
    }
  }
}
