package org.demarche;

/**
 * The root of every error that Demarche reports on purpose. The message is written for the person
 * who meets it: what was wrong, where, and what would be right.
 */
public class DemarcheException extends RuntimeException {
  private final ErrorCategory category;

  /**
   * @param category who can do something about it
   * @param message whole sentences, fit to be shown as they are
   */
  public DemarcheException(ErrorCategory category, String message) {
    super(message);
    this.category = category;
  }

  /**
   * @param category who can do something about it
   * @param message whole sentences, fit to be shown as they are
   * @param cause what failed underneath, for the log
   */
  public DemarcheException(ErrorCategory category, String message, Throwable cause) {
    super(message, cause);
    this.category = category;
  }

  /** Who can do something about it. */
  public final ErrorCategory category() {
    return category;
  }
}
