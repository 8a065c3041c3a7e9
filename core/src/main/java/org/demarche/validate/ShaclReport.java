package org.demarche.validate;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.ontology.Namespaces;

/**
 * Findings as a validation report in RDF: <a
 * href="https://www.w3.org/TR/shacl/#validation-report">SHACL, section 3.6</a>. Where a result
 * stands in a file is told by <a href="https://www.w3.org/TR/Pointers-in-RDF10/">Pointers in
 * RDF</a>, hung on it by {@code earl:pointer}.
 *
 * <p>What no shape found is told in the same way. Its component is {@code shape:Check}, which the
 * report explains. A finding about no one thing has the name of its file for its focus node.
 */
public final class ShaclReport {
  private static final String POINTERS = "http://www.w3.org/2009/pointers#";
  private static final Node POINTER = NodeFactory.createURI("http://www.w3.org/ns/earl#pointer");
  private static final Node CHECK = NodeFactory.createURI(Namespaces.SHAPE + "Check");
  private static final String CHECKS =
      "What Demarche examines besides the shapes: names that nothing stands behind, things that no"
          + " passage leads to, text of an article, syntax.";

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Node report = NodeFactory.createBlankNode();

  private ShaclReport() {
    graph.getPrefixMapping().setNsPrefixes(Namespaces.PREFIXES);
    graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    graph.getPrefixMapping().setNsPrefix("ptr", POINTERS);
    graph.getPrefixMapping().setNsPrefix("earl", "http://www.w3.org/ns/earl#");
  }

  /**
   * The report. A fault is a {@code sh:Violation}, advice a {@code sh:Warning}. As the standard has
   * it, data conform when there is neither. Of very many the report has the first, and says so in
   * {@code rdfs:comment}; see {@link Findings#told}.
   */
  public static Graph of(Findings findings) {
    ShaclReport written = new ShaclReport();
    written.add(written.report, RDF.Nodes.type, SHACL.ValidationReport);
    written.add(
        written.report,
        SHACL.conforms,
        findings.all().isEmpty() ? NodeConst.nodeTrue : NodeConst.nodeFalse);
    findings.told().forEach(written::add);
    findings
        .rest()
        .ifPresent(
            rest ->
                written.add(
                    written.report, RDFS.Nodes.comment, NodeFactory.createLiteralLang(rest, "en")));
    return written.graph;
  }

  private void add(Finding finding) {
    Node result = NodeFactory.createBlankNode();
    add(report, SHACL.result, result);
    add(result, RDF.Nodes.type, SHACL.ValidationResult);
    add(result, SHACL.focusNode, focus(finding));
    add(
        result,
        SHACL.resultSeverity,
        switch (finding.severity()) {
          case FAULT -> SHACL.Violation;
          case ADVICE -> SHACL.Warning;
        });
    add(result, SHACL.resultMessage, message(finding));
    finding.breach().ifPresentOrElse(breach -> add(result, breach), () -> addCheck(result));
    finding.place().ifPresent(place -> add(result, place));
  }

  private void add(Node result, Finding.Breach breach) {
    add(result, SHACL.sourceConstraintComponent, breach.component());
    add(result, SHACL.sourceShape, breach.shape());
    breach.path().ifPresent(path -> add(result, SHACL.resultPath, path));
    breach.value().ifPresent(value -> add(result, SHACL.value, value));
  }

  private void addCheck(Node result) {
    add(result, SHACL.sourceConstraintComponent, CHECK);
    add(CHECK, RDF.Nodes.type, SHACL.ConstraintComponent);
    add(CHECK, RDFS.Nodes.comment, NodeFactory.createLiteralLang(CHECKS, "en"));
  }

  private void add(Node result, Place place) {
    Node pointer = NodeFactory.createBlankNode();
    Node file = NodeFactory.createBlankNode();
    add(result, POINTER, pointer);
    add(pointer, RDF.Nodes.type, pointers("LineCharPointer"));
    add(pointer, pointers("reference"), file);
    add(file, RDFS.Nodes.label, NodeFactory.createLiteralString(place.file()));
    add(pointer, pointers("lineNumber"), number(place.line()));
    if (place.column() > 0) {
      add(pointer, pointers("charNumber"), number(place.column()));
    }
    place
        .heading()
        .filter(heading -> !heading.isEmpty())
        .ifPresent(
            heading -> add(pointer, RDFS.Nodes.label, NodeFactory.createLiteralString(heading)));
  }

  private static Node focus(Finding finding) {
    return finding
        .node()
        .or(() -> finding.place().map(Place::file).map(NodeFactory::createLiteralString))
        .orElseGet(NodeFactory::createBlankNode);
  }

  private static Node message(Finding finding) {
    String right =
        Optional.of(finding.right()).filter(it -> !it.isEmpty()).map(" "::concat).orElse("");
    return NodeFactory.createLiteralLang(finding.wrong() + right, "en");
  }

  private static Node pointers(String name) {
    return NodeFactory.createURI(POINTERS + name);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDpositiveInteger);
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }
}
