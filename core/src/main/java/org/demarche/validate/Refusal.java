package org.demarche.validate;

import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/** A change was refused. The message is the findings, one a line; nothing was written. */
public final class Refusal extends DemarcheException {
  private final transient Findings findings;

  /**
   * @param category {@link ErrorCategory#BAD_INPUT} when the files couldn't be read as RDF, {@link
   *     ErrorCategory#REFUSED} when they could and what they say may not enter
   * @param findings with at least one fault
   */
  public Refusal(ErrorCategory category, Findings findings) {
    super(category, findings.toString());
    this.findings = findings;
  }

  /** Everything that was found, the faults that led to the refusal among it. */
  public Findings findings() {
    return findings;
  }
}
