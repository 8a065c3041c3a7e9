package org.demarche.server.home;

import java.util.List;

/**
 * How to ask this server together with others: whole programs, as they can be run.
 *
 * @param name what runs it
 * @param needs what is to be installed, or empty
 * @param code the program
 */
public record Federation(String name, String needs, String code) {
  private static final String HERE = "{endpoint}";

  private static final String JAVASCRIPT =
      """
      const { QueryEngine } = require("@comunica/query-sparql");

      const sources = ["{endpoint}", "https://query.wikidata.org/sparql"].map((value) => ({ type: "sparql", value }));
      const query = `
        PREFIX dem:  <https://w3id.org/demarche/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT DISTINCT ?name {
          ?state a dem:State ; skos:exactMatch ?item .
          ?item rdfs:label ?name FILTER (lang(?name) = "fr")
        }`;

      new QueryEngine().queryBindings(query, { sources }).then((rows) =>
        rows.on("data", (row) => console.log(row.get("name").value)));
      """;

  private static final String PYTHON =
      """
      from rdflib import Graph

      rows = Graph().query(\"""
          PREFIX dem:  <https://w3id.org/demarche/ontology#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          SELECT ?holder ?advice {
            SERVICE <{endpoint}> {
              ?statement a dem:Recommendation ; dem:heldBy ?who ; rdfs:label ?advice .
              ?who rdfs:label ?holder FILTER (lang(?holder) = "en")
            }
          }\""")
      for row in rows:
          print(row.holder, "advises:", row.advice)
      """;

  private static final String SPARQL =
      """
      PREFIX dem:  <https://w3id.org/demarche/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

      SELECT ?grievance ?name {
        SERVICE <{endpoint}> {
          ?held a dem:Grievance ; dem:against ?against ; rdfs:label ?grievance .
          ?against skos:exactMatch ?item FILTER (lang(?grievance) = "en")
        }
        SERVICE <https://query.wikidata.org/sparql> { ?item rdfs:label ?name FILTER (lang(?name) = "fr") }
      }
      """;

  /**
   * The programs.
   *
   * @param endpoint the address of this server's endpoint
   */
  static List<Federation> with(String endpoint) {
    return List.of(
        new Federation(
            "JavaScript, with Comunica",
            "npm install @comunica/query-sparql",
            JAVASCRIPT.replace(HERE, endpoint)),
        new Federation("Python, with rdflib", "pip install rdflib", PYTHON.replace(HERE, endpoint)),
        new Federation(
            "SPARQL, in any engine of your own such as Jena", "", SPARQL.replace(HERE, endpoint)));
  }
}
