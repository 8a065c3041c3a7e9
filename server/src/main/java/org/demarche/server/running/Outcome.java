package org.demarche.server.running;

import java.util.Locale;

/** How a query ended. */
public enum Outcome {
  /** The whole answer was written. */
  ANSWERED,

  /** The client has the answer already: 304. */
  NOT_MODIFIED,

  /** The client was told what is wrong with the request. */
  REFUSED,

  /** Too many others were running and waiting: 429. */
  BUSY,

  /** The time for it was up. */
  TIMED_OUT,

  /** The result had more rows than one may have. */
  TOO_LARGE,

  /** It was stopped, as the memory was nearly full and it took most. */
  OUT_OF_MEMORY,

  /** The client closed the connection. */
  CLIENT_LEFT,

  /** Somebody with the token cancelled it. */
  CANCELLED,

  /** A fault of the server. */
  FAILED;

  /** As logs and metrics write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
