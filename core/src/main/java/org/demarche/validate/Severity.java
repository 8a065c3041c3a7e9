package org.demarche.validate;

/** What a finding means for the change that it was found in. */
public enum Severity {
  /** The change is refused. */
  FAULT,

  /** The change is accepted; its author may want to know. */
  ADVICE
}
