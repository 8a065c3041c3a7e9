package org.demarche.ontology;

import org.apache.jena.shared.PrefixMapping;

/**
 * The namespaces of Demarche, and the prefixes under which queries and messages write them.
 * Immutable.
 */
public final class Namespaces {
  /** The ontology: classes and properties. */
  public static final String DEM = "https://w3id.org/demarche/ontology#";

  /** Codes: SKOS concepts, {@code code:{scheme}/{concept}}. */
  public static final String CODE = "https://w3id.org/demarche/codes/";

  /** Things: {@code id:{kind}/{slug}}. */
  public static final String ID = "https://w3id.org/demarche/id/";

  /** Named graphs. */
  public static final String GRAPH = "https://w3id.org/demarche/graph/";

  /** Shapes. */
  public static final String SHAPE = "https://w3id.org/demarche/shapes/";

  /** Our own prefixes and those of the vocabularies that the data uses. */
  public static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefix("dem", DEM)
          .setNsPrefix("code", CODE)
          .setNsPrefix("id", ID)
          .setNsPrefix("graph", GRAPH)
          .setNsPrefix("shape", SHAPE)
          .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("oa", "http://www.w3.org/ns/oa#")
          .setNsPrefix("org", "http://www.w3.org/ns/org#")
          .setNsPrefix("owl", "http://www.w3.org/2002/07/owl#")
          .setNsPrefix("prov", "http://www.w3.org/ns/prov#")
          .setNsPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("schema", "http://schema.org/")
          .setNsPrefix("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/")
          .setNsPrefix("sh", "http://www.w3.org/ns/shacl#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
          .lock();

  private Namespaces() {}
}
