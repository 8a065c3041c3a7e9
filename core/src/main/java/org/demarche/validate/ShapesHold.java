package org.demarche.validate;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.demarche.ontology.Graphs;

/**
 * Holds everything against the shapes in {@code graph:shapes}, by <a
 * href="https://www.w3.org/TR/shacl/">SHACL</a>. A violation is a fault; a warning or information
 * is advice. The text is the shape's {@code sh:message}, in English where there are several.
 *
 * <p>A change of one node may break a shape on any other that leads to it; {@link FocusNodes} finds
 * those, unless everything has to be examined.
 */
final class ShapesHold implements Check {

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .shapes()
        .shapes()
        .map(shapes -> findings(shapes, examination, known))
        .orElseGet(
            () ->
                Stream.of(
                    Finding.fault(
                        Optional.empty(),
                        Graphs.SHAPES,
                        "The shapes can't be read: " + examination.shapes().fault(),
                        "Mend them; nothing can be loaded without.")));
  }

  private static Stream<Finding> findings(
      Shapes shapes, Examination examination, KnownTerms known) {
    return examination
        .change()
        .map(change -> nearby(shapes, change, examination))
        .orElseGet(() -> ShaclValidator.get().validate(shapes, examination.union()))
        .getEntries()
        .stream()
        // A thing of ours that nothing describes is reported where it is named, once is enough.
        .filter(
            entry ->
                known.isDescribedOrForeign(entry.focusNode())
                    && (entry.value() == null || known.isDescribedOrForeign(entry.value())))
        // Of several that are told alike the first is kept, whatever the order of the shapes.
        .sorted(Comparator.comparing(entry -> entry.sourceConstraintComponent().toString()))
        .map(entry -> finding(entry, examination.places()));
  }

  private static ValidationReport nearby(
      Shapes shapes, ClaimsChange change, Examination examination) {
    Graph union = new Neighbourhood(examination.union(), change, examination.remembered());
    ValidationContext context = ValidationContext.create(shapes, union);
    FocusNodes.of(examination.shapes(), change, union)
        .forEach(
            (shape, nodes) ->
                nodes.forEach(node -> VLib.validateShape(context, union, shape, node)));
    return context.generateReport();
  }

  private static Finding finding(ReportEntry entry, Places places) {
    Severity severity =
        entry.severity().equals(org.apache.jena.shacl.validation.Severity.Violation)
            ? Severity.FAULT
            : Severity.ADVICE;
    return new Finding(
        severity,
        place(entry, places),
        Optional.of(entry.focusNode()),
        message(entry),
        "",
        Optional.of(
            new Finding.Breach(
                entry.sourceConstraintComponent(),
                entry.source(),
                property(entry),
                Optional.ofNullable(entry.value()))));
  }

  /** Where the offending triple stands, or would, or else where its subject does. */
  private static Optional<Place> place(ReportEntry entry, Places places) {
    Node focus = entry.focusNode();
    Optional<Place> ofTriple =
        property(entry)
            .flatMap(
                property ->
                    Optional.ofNullable(entry.value())
                        .flatMap(value -> places.of(Triple.create(focus, property, value))));
    return ofTriple
        .or(() -> property(entry).flatMap(property -> places.ofCell(focus, property)))
        .or(() -> places.ofSubject(focus));
  }

  private static Optional<Node> property(ReportEntry entry) {
    Path path = entry.resultPath();
    return path instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
  }

  private static String message(ReportEntry entry) {
    String text =
        entry.messages().stream()
            .filter(message -> message.getLiteralLanguage().startsWith("en"))
            .findFirst()
            .map(Node::getLiteralLexicalForm)
            .orElseGet(entry::message);
    return property(entry).map(property -> ShortName.of(property) + ": ").orElse("") + text;
  }
}
