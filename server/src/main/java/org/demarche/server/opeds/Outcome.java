package org.demarche.server.opeds;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.load.LoadReport;
import org.demarche.load.Loaded;
import org.demarche.validate.FindingsJson;
import org.demarche.validate.Refusal;

/** What became of one op-ed that was sent. */
sealed interface Outcome {
  /** Its graph. */
  Node graph();

  /**
   * It is stored.
   *
   * @param report of its load, which has no other source
   */
  record Stored(LoadReport report) implements Outcome {
    @Override
    public Node graph() {
      return loaded().graph();
    }

    Loaded loaded() {
      return report.sources().getFirst();
    }
  }

  /** There is one of that name with other content, which was left as it is. */
  record Conflict(Node graph) implements Outcome {}

  /** It would make the graph unsound, as others have changed that meanwhile. */
  record Refused(Node graph, Refusal refusal) implements Outcome {}

  /** Whether it is there now and wasn't before. */
  default boolean isNew() {
    return this instanceof Stored stored && stored.loaded() instanceof Loaded.Added;
  }

  /** For programs; the OpenAPI description tells the schema. */
  static JsonArray json(List<Outcome> outcomes) {
    JsonArray array = new JsonArray();
    outcomes.forEach(outcome -> array.add(outcome.json()));
    return array;
  }

  private JsonObject json() {
    JsonObject json = new JsonObject();
    json.put("opEd", OpEdPath.opEd(graph()).getURI());
    json.put("path", OpEdPath.of(graph()));
    json.put("page", OpEdPath.page(graph()));
    switch (this) {
      case Stored stored -> {
        switch (stored.loaded()) {
          case Loaded.Added added -> put("added", added.triples(), json);
          case Loaded.Replaced replaced -> put("replaced", replaced.triples(), json);
          case Loaded.Unchanged _ -> json.put("outcome", "unchanged");
        }
        json.put("commit", stored.report().commit().number());
        json.put("findings", FindingsJson.of(stored.report().commit().advice()));
      }
      case Conflict _ -> json.put("outcome", "conflict");
      case Refused refused -> {
        json.put("outcome", "refused");
        json.put("findings", FindingsJson.of(refused.refusal().findings()));
      }
    }
    return json;
  }

  private static void put(String outcome, long triples, JsonObject json) {
    json.put("outcome", outcome);
    json.put("triples", triples);
  }
}
