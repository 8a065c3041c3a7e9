package org.demarche.sheet;

/**
 * An op-ed as its coder writes it down: three tables, in files of their own or on three pages of a
 * workbook. Immutable.
 *
 * @param opEd one row of bibliographic data
 * @param statements one row for each statement
 * @param entities one row for each thing that the op-ed is about and that the graph doesn't have
 *     yet, and for each passage
 */
public record Sheet(Table opEd, Table statements, Table entities) {

  /** One of the three. */
  public Table table(TableName name) {
    return switch (name) {
      case OP_ED -> opEd;
      case STATEMENTS -> statements;
      case ENTITIES -> entities;
    };
  }
}
