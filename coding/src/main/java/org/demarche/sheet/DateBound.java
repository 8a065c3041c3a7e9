package org.demarche.sheet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.ontology.Dem;

/** One of the four bounds that a date has. */
enum DateBound {
  EARLIEST_BEGIN,
  LATEST_BEGIN,
  EARLIEST_END,
  LATEST_END;

  Node property() {
    return switch (this) {
      case EARLIEST_BEGIN -> Dem.earliestBegin;
      case LATEST_BEGIN -> Dem.latestBegin;
      case EARLIEST_END -> Dem.earliestEnd;
      case LATEST_END -> Dem.latestEnd;
    };
  }

  static boolean isOne(Node property) {
    return Arrays.stream(values()).anyMatch(bound -> bound.property().equals(property));
  }

  /** The bounds that aren't open. */
  static Map<DateBound, LocalDate> of(DateBounds bounds) {
    Map<DateBound, LocalDate> days = new EnumMap<>(DateBound.class);
    bounds.earliestBegin().ifPresent(day -> days.put(EARLIEST_BEGIN, day));
    bounds.latestBegin().ifPresent(day -> days.put(LATEST_BEGIN, day));
    bounds.earliestEnd().ifPresent(day -> days.put(EARLIEST_END, day));
    bounds.latestEnd().ifPresent(day -> days.put(LATEST_END, day));
    return days;
  }

  /** As the graph has it; years after 9999 have no sign in XML Schema. */
  static Node literal(LocalDate day) {
    return NodeFactory.createLiteralDT(
        day.toString().replaceFirst("^\\+", ""), XSDDatatype.XSDdate);
  }
}
