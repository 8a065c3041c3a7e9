package org.demarche.server.openapi;

/** What operations are about, besides the themes of the canned queries. */
enum Theme {
  QUERIES("Catalogue", "The canned queries: which there are, and their SPARQL."),
  SPARQL("SPARQL", "Any query, and changes: the SPARQL 1.1 Protocol."),
  GRAPHS("Graphs", "Whole graphs: the SPARQL 1.1 Graph Store HTTP Protocol."),
  OP_EDS("Op-eds", "The coded op-eds: list them, add, replace and remove them."),
  SEARCH("Search", "Things by their names and notes, in English, Korean and Japanese."),
  RECONCILIATION(
      "Reconciliation",
      "Identifiers for names: the Reconciliation Service API 0.2, which OpenRefine speaks."),
  DESCRIPTION("Description", "What the dataset and this interface are."),
  OPERATION("Operation", "For whoever runs the server."),
  PAGES("Pages", "For people.");

  private final String title;
  private final String description;

  Theme(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** The name of the tag. */
  String title() {
    return title;
  }

  String description() {
    return description;
  }
}
