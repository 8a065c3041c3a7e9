package org.demarche.server.sparql;

import java.util.List;
import java.util.Set;

/** The three services, with what their protocols let a request say. */
public enum SparqlService {
  /** Answers queries: SPARQL 1.1 Protocol, section 2.1. */
  QUERY("/sparql"),

  /** Makes changes: SPARQL 1.1 Protocol, section 2.2. */
  UPDATE("/update"),

  /** Hands out and takes whole graphs: SPARQL 1.1 Graph Store HTTP Protocol, section 4.2. */
  DATA("/data");

  private final String path;

  SparqlService(String path) {
    this.path = path;
  }

  /** Where it is: {@code /sparql}. */
  public String path() {
    return path;
  }

  /** The name of the endpoint within Fuseki's dataset: the path without its slash. */
  String endpoint() {
    return path.substring(1);
  }

  /** The methods it answers, besides {@code OPTIONS}. */
  public List<String> methods() {
    return switch (this) {
      case QUERY -> List.of("GET", "HEAD", "POST");
      case UPDATE -> List.of("POST");
      case DATA -> List.of("GET", "HEAD", "PUT", "POST", "DELETE");
    };
  }

  /** Whether requests of this method change the dataset. */
  boolean writes(String method) {
    return switch (this) {
      case QUERY -> false;
      case UPDATE -> true;
      case DATA -> !method.equals("GET") && !method.equals("HEAD");
    };
  }

  /** Whether requests of this method have a body that is read. */
  boolean takesBody(String method) {
    return method.equals("POST") || method.equals("PUT");
  }

  /** The parameter that holds what is asked for. */
  String subject() {
    return switch (this) {
      case QUERY -> "query";
      case UPDATE -> "update";
      case DATA -> "graph";
    };
  }

  /** The parameters that are given once at most. */
  Set<String> single() {
    return switch (this) {
      case QUERY -> Set.of("query", "format", "timeout");
      case UPDATE -> Set.of("update");
      case DATA -> Set.of("graph", "default", "format");
    };
  }

  /** The parameters that may be repeated; all are names of graphs. */
  Set<String> repeatable() {
    return switch (this) {
      case QUERY -> Set.of("default-graph-uri", "named-graph-uri");
      case UPDATE -> Set.of("using-graph-uri", "using-named-graph-uri");
      case DATA -> Set.of();
    };
  }

  /** The media types of a body that is the matter itself, without a form around it. */
  Set<String> directTypes() {
    return switch (this) {
      case QUERY -> Set.of("application/sparql-query");
      case UPDATE -> Set.of("application/sparql-update");
      case DATA -> Upload.SYNTAXES.keySet();
    };
  }

  /** The largest body, in bytes. It bounds what the parser sees too, which is slow on long text. */
  int bodyLimit() {
    return switch (this) {
      case QUERY -> 1_000_000;
      case UPDATE -> 10_000_000;
      case DATA -> 50_000_000;
    };
  }
}
