package org.demarche.queries;

import org.apache.jena.sparql.core.Var;

/**
 * A parameter of a canned query. Immutable.
 *
 * @param name under which a value is given, such as {@code holder}
 * @param variable in whose place the value is put, such as {@code ?__holder_iri}
 * @param type what values it takes
 * @param required whether the query can't be run without it
 * @param description what it is, for a person
 */
public record Parameter(
    String name, Var variable, ParameterType type, boolean required, String description) {}
