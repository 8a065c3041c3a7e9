package org.demarche.sheet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.demarche.load.Manifest;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/** The classes, properties and codes that come with Demarche. Immutable. */
final class Vocabulary {
  static {
    // Nothing of Jena may be used before, and a sheet may be the first thing that is read.
    JenaSystem.init();
  }

  private static final Pattern PROPERTY =
      Pattern.compile(Pattern.quote(OWL.NS) + "(Object|Datatype|Annotation)Property");
  private static final Set<Node> BUILT_IN_PROPERTIES =
      Set.of(
          RDF.Nodes.type,
          RDF.Nodes.subject,
          RDF.Nodes.predicate,
          RDF.Nodes.object,
          RDF.Nodes.value,
          RDFS.Nodes.label,
          RDFS.Nodes.comment,
          RDFS.Nodes.seeAlso);

  /** Of these, what makes propositions and what is for readers. */
  private static final Set<Node> NO_RELATIONS =
      Set.of(
          RDF.Nodes.subject,
          RDF.Nodes.predicate,
          RDF.Nodes.object,
          RDFS.Nodes.label,
          RDFS.Nodes.comment,
          RDFS.Nodes.seeAlso);

  private final Map<String, Node> properties = new TreeMap<>();
  private final Map<String, Node> classes = new TreeMap<>();
  private final Map<String, Set<String>> codes = new TreeMap<>();
  private final Set<Node> leadingToThings = new HashSet<>();
  private final Map<Node, RDFDatatype> types = new HashMap<>();
  private final Graph graph = GraphMemFactory.createDefaultGraph();

  private Vocabulary() {
    Manifest.onClassPath().sources().stream()
        .filter(it -> it.graph().equals(Graphs.ONTOLOGY) || it.graph().equals(Graphs.CODES))
        .flatMap(source -> source.triples().stream())
        .forEach(graph::add);
    BUILT_IN_PROPERTIES.forEach(property -> properties.put(shortName(property), property));
    graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .filter(triple -> triple.getSubject().isURI() && triple.getObject().isURI())
        .forEach(triple -> declare(triple.getSubject(), triple.getObject()));
    graph.stream(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
        .forEach(triple -> code(triple.getSubject().getURI()));
    graph.stream(Node.ANY, RDFS.Nodes.range, Node.ANY)
        .filter(triple -> triple.getObject().isURI())
        .filter(triple -> triple.getObject().getURI().startsWith(XSD.getURI()))
        .forEach(
            triple ->
                types.put(
                    triple.getSubject(),
                    TypeMapper.getInstance().getSafeTypeByName(triple.getObject().getURI())));
  }

  /** Read once: it takes as long as all the rest of a sheet. */
  private static final class Holder {
    static final Vocabulary BUNDLED = new Vocabulary();
  }

  static Vocabulary bundled() {
    return Holder.BUNDLED;
  }

  /** The property of this name: of ours the local name, of others the prefixed one. */
  Optional<Node> property(String name) {
    return Optional.ofNullable(properties.get(withoutOurPrefix(name)));
  }

  /** The class of this name: of ours the local name, of others the prefixed one. */
  Optional<Node> classNamed(String name) {
    return Optional.ofNullable(classes.get(withoutOurPrefix(name)));
  }

  /** The code of this name in a scheme. */
  Optional<Node> code(String scheme, String name) {
    return Optional.ofNullable(codes.get(scheme))
        .filter(names -> names.contains(name))
        .map(names -> NodeFactory.createURI(Namespaces.CODE + scheme + "/" + name));
  }

  /** The names of a scheme's codes, in order; none of a scheme that isn't there. */
  Set<String> codes(String scheme) {
    return codes.getOrDefault(scheme, Set.of());
  }

  Set<String> schemes() {
    return codes.keySet();
  }

  Set<String> properties() {
    return properties.keySet();
  }

  Set<String> classes() {
    return classes.keySet();
  }

  boolean leadsToThings(Node property) {
    return leadingToThings.contains(property);
  }

  /** The type of the property's literals, if it has one. */
  Optional<RDFDatatype> typeOf(Node property) {
    return Optional.ofNullable(types.get(property));
  }

  /** What it is called in English. */
  Optional<String> label(Node term) {
    return graph.stream(term, RDFS.Nodes.label, Node.ANY)
        .map(Triple::getObject)
        .filter(label -> label.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .min(Comparator.naturalOrder());
  }

  /** Whether a proposition may have it: neither for readers only nor of statements themselves. */
  boolean isRelation(Node property) {
    return !NO_RELATIONS.contains(property)
        && !graph.contains(property, RDF.Nodes.type, OWL.AnnotationProperty.asNode())
        && !graph.contains(property, RDFS.Nodes.domain, Dem.Statement);
  }

  /** Properties that only propositions use, by name. */
  List<String> relations() {
    return Stream.of("relatesTo", "hasValue")
        .map(general -> NodeFactory.createURI(Namespaces.DEM + general))
        .flatMap(general -> graph.stream(Node.ANY, RDFS.Nodes.subPropertyOf, general))
        .map(triple -> shortName(triple.getSubject()))
        .sorted()
        .distinct()
        .toList();
  }

  /** As columns name it: of ours the local name, of others the prefixed one. */
  static String shortName(Node term) {
    return withoutOurPrefix(Namespaces.PREFIXES.shortForm(term.getURI()));
  }

  private static String withoutOurPrefix(String name) {
    return name.startsWith("dem:") ? name.substring("dem:".length()) : name;
  }

  private void declare(Node term, Node type) {
    if (type.equals(OWL.Class.asNode()) || type.equals(RDFS.Nodes.Class)) {
      classes.put(shortName(term), term);
    }
    if (type.equals(RDF.Nodes.Property) || PROPERTY.matcher(type.getURI()).matches()) {
      properties.put(shortName(term), term);
    }
    if (type.equals(OWL.ObjectProperty.asNode())) {
      leadingToThings.add(term);
    }
  }

  private void code(String iri) {
    String name = iri.substring(Namespaces.CODE.length());
    int slash = name.indexOf('/');
    codes
        .computeIfAbsent(name.substring(0, slash), scheme -> new TreeSet<>())
        .add(name.substring(slash + 1));
  }
}
