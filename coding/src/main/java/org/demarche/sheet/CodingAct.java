package org.demarche.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Place;

/**
 * Who coded the op-ed: what follows from the coder's name in the sheet, besides what the columns
 * say themselves.
 *
 * @param triples of the act of coding and of the coder, each with the cell of the name; none where
 *     no name is given
 */
record CodingAct(Map<Triple, Place> triples) {

  static CodingAct of(Headings headings, Table.Row row, ValueReader values) {
    String name = headings.cell(row, "coder");
    if (name.isEmpty() || Slug.of(name).isEmpty()) {
      return new CodingAct(Map.of());
    }
    Place place = headings.place(row.number(), headings.indexOf("coder").orElseThrow());
    Map<Triple, Place> placed = new LinkedHashMap<>();
    ofCoder(values.opEd(), name).forEach(triple -> placed.put(triple, place));
    return new CodingAct(placed);
  }

  /** What follows from a name. */
  static List<Triple> ofCoder(String opEd, String name) {
    Node coding = coding(opEd);
    Node coder = coder(name);
    return List.of(
        Triple.create(coding, RDF.Nodes.type, Dem.Coding),
        Triple.create(
            coding,
            RDFS.Nodes.label,
            NodeFactory.createLiteralLang("Coding of %s by %s".formatted(opEd, name), "en")),
        Triple.create(coding, Dem.codes, NodeFactory.createURI(Namespaces.ID + "op-ed/" + opEd)),
        Triple.create(coder, RDF.Nodes.type, Dem.Coder),
        Triple.create(coder, RDFS.Nodes.label, NodeFactory.createLiteralLang(name, "en")));
  }

  static Node coding(String opEd) {
    return NodeFactory.createURI(Namespaces.ID + "coding/" + opEd);
  }

  static Node coder(String name) {
    return NodeFactory.createURI(Namespaces.ID + "coder/" + Slug.of(name));
  }
}
