package org.demarche.sheet;

import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;

/** What the cells of a column hold. */
sealed interface Values {

  /** Text in one language, as a tag of BCP 47. */
  record Text(String language) implements Values {}

  /** Text in the language of the op-ed. */
  record TextOfOpEd() implements Values {}

  /** A literal of one type; plain text where it is {@code xsd:string}. */
  record Typed(RDFDatatype type) implements Values {}

  /**
   * Names of things, {@code kind/slug}.
   *
   * @param kind that a slug alone is of; empty where things of several kinds may stand
   */
  record Things(Optional<String> kind) implements Values {}

  /** Names of what belongs to the op-ed, such as {@code P4} or {@code F012}. */
  record Parts(String kind) implements Values {}

  /** Codes of one scheme. */
  record Codes(String scheme) implements Values {}

  /** Classes of the ontology. */
  record Classes() implements Values {}

  /** Properties of the ontology. */
  record Relations() implements Values {}

  /** Names of persons, which become things of a kind. */
  record Names(String kind) implements Values {}

  /**
   * Addresses on the web.
   *
   * @param prefix that may be left out; empty where it may not
   */
  record Addresses(String prefix) implements Values {}

  /**
   * Things or literals.
   *
   * @param type of a literal that is written without one
   * @param textAllowed whether what is nothing else is taken as text
   */
  record Terms(Optional<RDFDatatype> type, boolean textAllowed) implements Values {}
}
