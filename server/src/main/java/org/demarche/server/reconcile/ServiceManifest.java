package org.demarche.server.reconcile;

import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.ontology.Namespaces;

/**
 * What the service offers and where: section 3.1 of the specification.
 *
 * <p>The view template doesn't lead to {@code /id/} itself: clients must encode the slash of an
 * identifier, and a path with an encoded slash is ambiguous and refused. It leads to an address
 * that sends on to the page.
 */
final class ServiceManifest {
  private static final int PREVIEW_WIDTH = 420;
  private static final int PREVIEW_HEIGHT = 320;

  private ServiceManifest() {}

  /**
   * The manifest for a client.
   *
   * @param root where the client has reached the server, without a slash at the end
   */
  static JsonObject of(String root, Terms terms) {
    JsonObject manifest = new JsonObject();
    JsonArray versions = new JsonArray();
    versions.add("0.2");
    manifest.put("versions", versions);
    manifest.put("name", "Demarche: who claims what in international affairs");
    manifest.put("identifierSpace", Namespaces.ID);
    manifest.put("schemaSpace", Namespaces.DEM);
    manifest.put("defaultTypes", defaultTypes(terms));
    manifest.put("documentation", root + "/api");
    Optional.ofNullable(ServiceManifest.class.getPackage().getImplementationVersion())
        .ifPresent(version -> manifest.put("serviceVersion", version));
    manifest.put("batchSize", JsonNumber.value(Reconciliation.MOST_QUERIES));
    JsonObject view = new JsonObject();
    view.put("url", root + Reconciliation.VIEW + "?id={{id}}");
    manifest.put("view", view);
    JsonObject preview = new JsonObject();
    preview.put("url", root + Reconciliation.PREVIEW + "?id={{id}}");
    preview.put("width", JsonNumber.value(PREVIEW_WIDTH));
    preview.put("height", JsonNumber.value(PREVIEW_HEIGHT));
    manifest.put("preview", preview);
    JsonObject suggest = new JsonObject();
    suggest.put("entity", service(root, Reconciliation.SUGGEST_ENTITY));
    suggest.put("property", service(root, Reconciliation.SUGGEST_PROPERTY));
    suggest.put("type", service(root, Reconciliation.SUGGEST_TYPE));
    manifest.put("suggest", suggest);
    JsonObject extend = new JsonObject();
    extend.put("propose_properties", service(root, Reconciliation.PROPERTIES));
    extend.put("property_settings", ExtendSettings.described());
    manifest.put("extend", extend);
    return manifest;
  }

  /** With the types right above each, so that clients can show them as a tree. */
  private static JsonArray defaultTypes(Terms terms) {
    JsonArray types = new JsonArray();
    Reconciled.DEFAULT_TYPES.stream()
        .flatMap(type -> terms.type(type).stream())
        .forEach(type -> types.add(Answers.withBroader(type, terms)));
    return types;
  }

  private static JsonObject service(String root, String path) {
    JsonObject service = new JsonObject();
    service.put("service_url", root);
    service.put("service_path", path);
    return service;
  }
}
