package org.demarche.sheet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Dem;

/**
 * Who coded an op-ed, as far as the columns for that give the same triples again. One that they
 * don't give is left, and written as any other thing is.
 *
 * @param cells of the row in op-ed.csv
 * @param triples that they stand for
 */
record ExportedCoding(Map<String, String> cells, Set<Triple> triples) {
  private static final ExportedCoding NONE = new ExportedCoding(Map.of(), Set.of());
  private static final String ORCID = "https://orcid.org/";

  static ExportedCoding of(String opEd, Map<Node, Set<Triple>> descriptions) {
    Node coding = CodingAct.coding(opEd);
    Set<Triple> ofCoding = descriptions.getOrDefault(coding, Set.of());
    Optional<Node> coder = only(ofCoding, Dem.coder);
    Set<Triple> ofCoder = coder.map(it -> descriptions.getOrDefault(it, Set.of())).orElse(Set.of());
    Optional<Node> name = only(ofCoder, RDFS.Nodes.label);
    if (coder.isEmpty()
        || name.filter(Node::isLiteral)
            .filter(it -> isStripped(it.getLiteralLexicalForm()))
            .isEmpty()) {
      return NONE;
    }
    String written = name.get().getLiteralLexicalForm();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("coder", written);
    Set<Triple> given = new HashSet<>(CodingAct.ofCoder(opEd, written));
    given.add(Triple.create(coding, Dem.coder, CodingAct.coder(written)));
    literal(coding, ofCoding, Dem.codedOn, "coded", cells, given);
    literal(coding, ofCoding, Dem.codedWith, "coded_with", cells, given);
    ofCoder.stream()
        .filter(triple -> triple.getObject().isURI())
        .filter(triple -> triple.getPredicate().equals(SKOS.exactMatch.asNode()))
        .filter(
            triple -> triple.getObject().getURI().matches(ORCID + "([0-9]{4}-){3}[0-9]{3}[0-9X]"))
        .findFirst()
        .ifPresent(
            triple -> {
              cells.put("coder_orcid", triple.getObject().getURI().substring(ORCID.length()));
              given.add(triple);
            });
    Set<Triple> there = new HashSet<>(ofCoding);
    there.addAll(ofCoder);
    return there.equals(given) ? new ExportedCoding(cells, given) : NONE;
  }

  private static void literal(
      Node coding,
      Set<Triple> said,
      Node property,
      String column,
      Map<String, String> cells,
      Set<Triple> given) {
    RDFDatatype type = column.equals("coded") ? XSDDatatype.XSDdate : XSDDatatype.XSDstring;
    only(said, property)
        .filter(Node::isLiteral)
        .filter(value -> value.getLiteralDatatype().equals(type))
        .filter(value -> isStripped(value.getLiteralLexicalForm()))
        .ifPresent(
            value -> {
              cells.put(column, value.getLiteralLexicalForm());
              given.add(Triple.create(coding, property, value));
            });
  }

  private static boolean isStripped(String text) {
    return !text.isEmpty() && text.equals(text.strip());
  }

  private static Optional<Node> only(Set<Triple> said, Node property) {
    List<Node> values =
        said.stream()
            .filter(triple -> triple.getPredicate().equals(property))
            .map(Triple::getObject)
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
