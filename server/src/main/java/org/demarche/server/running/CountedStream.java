package org.demarche.server.running;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written for an execution. For one thread. */
public class CountedStream extends FilterOutputStream {
  private final Execution running;

  /** Writes to a stream, and tells the execution how many bytes. */
  public CountedStream(OutputStream out, Execution running) {
    super(out);
    this.running = running;
  }

  @Override
  public void write(int single) throws IOException {
    out.write(single);
    running.countBytes(1);
  }

  @Override
  public void write(byte[] content, int from, int length) throws IOException {
    out.write(content, from, length);
    running.countBytes(length);
  }
}
