package org.demarche.server.search;

import java.util.Map;
import org.demarche.search.ThingKind;

/** What a kind of things is called on pages. */
final class KindName {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("actor", "Actors"),
          Map.entry("agreement", "Agreements"),
          Map.entry("coder", "Coders"),
          Map.entry("coding", "Codings"),
          Map.entry("condition", "Conditions"),
          Map.entry("course", "Courses of action"),
          Map.entry("demand", "Demands"),
          Map.entry("dispute", "Disputes"),
          Map.entry("event", "Events"),
          Map.entry("grievance", "Grievances"),
          Map.entry("group", "Groups"),
          Map.entry("measure", "Measures"),
          Map.entry("membership", "Terms of office"),
          Map.entry("op-ed", "Op-eds"),
          Map.entry("participation", "Participations"),
          Map.entry("passage", "Passages"),
          Map.entry("picture", "Pictures"),
          Map.entry("place", "Places"),
          Map.entry("position", "Positions"),
          Map.entry("post", "Offices"),
          Map.entry("situation", "Situations"),
          Map.entry("statement", "Statements"),
          Map.entry("status-period", "Status of agreements"),
          Map.entry(ThingKind.CODE, "Codes"),
          Map.entry(ThingKind.TERM, "Terms of the ontology"),
          Map.entry(ThingKind.GRAPH, "Named graphs"),
          Map.entry(ThingKind.OTHER, "Other things"));

  private KindName() {}

  /** In the plural; a kind without a name is called as IRIs call it. */
  static String of(String kind) {
    return NAMES.getOrDefault(kind, kind);
  }
}
