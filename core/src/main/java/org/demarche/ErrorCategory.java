package org.demarche;

/** Whose turn it is after an error: the caller's, the author's of the data, nobody's, or ours. */
public enum ErrorCategory {
  /** What was given can't be read: a missing file, a syntax error, a folder of something else. */
  BAD_INPUT,

  /** What was given was read and examined, and may not enter the graph as it stands. */
  REFUSED,

  /** Somebody else holds what is needed; the same call may succeed later. */
  BUSY,

  /** A defect or a failing machine: a full disk, a damaged store, a broken invariant. */
  INTERNAL;

  /** Whether what was given is at fault, and not the moment or the machine. */
  public boolean isOfInput() {
    return switch (this) {
      case BAD_INPUT, REFUSED -> true;
      case BUSY, INTERNAL -> false;
    };
  }
}
