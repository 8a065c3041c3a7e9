package org.demarche.server.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;

/** Parameters of operations. */
final class Parameters {
  private Parameters() {}

  /** One of the query string, which may be left out. */
  static Parameter inQuery(String name, String description, Schema<?> schema) {
    return new Parameter().name(name).in("query").description(description).schema(schema);
  }

  /** A part of the path, as text. */
  static Parameter inPath(String name, String description) {
    return new Parameter()
        .name(name)
        .in("path")
        .required(true)
        .description(description)
        .schema(Schemas.text());
  }
}
