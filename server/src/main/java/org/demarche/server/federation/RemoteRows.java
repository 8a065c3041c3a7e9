package org.demarche.server.federation;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * Reads the results that another server sent. Nothing of them is believed before it was read to its
 * end: a cut-off answer has no rows.
 */
final class RemoteRows {
  /** Of one answer, decompressed. */
  static final int MOST_BYTES = 20_000_000;

  /** Of one answer: a row takes far more memory than its bytes may let one think. */
  private static final int MOST_ROWS = 200_000;

  private final String host;
  private final BooleanSupplier cancelled;

  /**
   * @param host for what is told of failures
   * @param cancelled is asked while reading
   */
  RemoteRows(String host, BooleanSupplier cancelled) {
    this.host = host;
    this.cancelled = cancelled;
  }

  /**
   * Reads rows.
   *
   * @param body as it came
   * @param compressed whether it is by gzip
   * @throws FailedService when they aren't results, or too large
   * @throws QueryCancelledException when there is no need for them any more
   */
  List<Binding> read(byte[] body, boolean compressed, Lang language) {
    try (InputStream raw = new ByteArrayInputStream(body);
        InputStream plain = compressed ? new GZIPInputStream(raw) : raw;
        InputStream counted = new Counted(plain)) {
      RowSetReader reader = RowSetReader.createReader(language);
      QueryExecResult result = reader.readAny(counted, Context.emptyContext());
      if (!result.isRowSet()) {
        throw unreadable();
      }
      return all(result.rowSet());
    } catch (IOException broken) {
      throw unreadable();
    } catch (RuntimeException | StackOverflowError failed) {
      throw reason(failed);
    }
  }

  private List<Binding> all(RowSet results) {
    List<Binding> rows = new ArrayList<>();
    while (results.hasNext()) {
      rows.add(results.next());
      if (rows.size() > MOST_ROWS) {
        throw tooLarge(host);
      }
    }
    if (results.getResultVars() == null) {
      throw unreadable();
    }
    return rows;
  }

  /** Parsers wrap what the stream throws. */
  private RuntimeException reason(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof FailedService || cause instanceof QueryCancelledException) {
        return (RuntimeException) cause;
      }
    }
    return unreadable();
  }

  private FailedService unreadable() {
    return new FailedService(host, "answered with a SPARQL result that can't be read");
  }

  static FailedService tooLarge(String host) {
    return new FailedService(
        host,
        "answered with more than %d MB or %,d rows".formatted(MOST_BYTES / 1_000_000, MOST_ROWS));
  }

  /** Ends where there is too much, or no need for more. */
  private final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) {
      if (cancelled.getAsBoolean()) {
        throw new QueryCancelledException();
      }
      count += more;
      if (count > MOST_BYTES) {
        throw tooLarge(host);
      }
    }
  }
}
