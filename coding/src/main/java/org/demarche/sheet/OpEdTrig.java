package org.demarche.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/**
 * Writes the graph of an op-ed as those are written that come with Demarche: in <a
 * href="https://www.w3.org/TR/trig/">TriG</a>, one triple a line, prefixes for kinds of things and
 * schemes of codes; first the op-ed, then passages, things and statements. The same graph gives the
 * same text each time, as long as it has no blank nodes.
 */
public final class OpEdTrig {
  private static final Pattern LOCAL =
      Pattern.compile("[\\p{L}0-9_]([\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_-])?");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*\\.[0-9]+");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  /**
   * A kind of things that belong to an op-ed, and its slug: {@code statement/botto-2019-gsomia}.
   */
  private static final Pattern PART = Pattern.compile("(?<kind>passage|statement)/[^/]+/");

  private static final Pattern KIND = Pattern.compile("(?<kind>[a-z][a-z-]*)/");
  private static final Pattern START = Pattern.compile("[0-9]{1,15}");

  private final Map<String, String> prefixes = new TreeMap<>();
  private final Map<String, String> namespaces = new HashMap<>();
  private final StringBuilder body = new StringBuilder();

  private OpEdTrig() {}

  /**
   * Writes the graph of an op-ed.
   *
   * @param graph its name
   * @param triples what it holds
   */
  public static String write(Node graph, Collection<Triple> triples) {
    return new OpEdTrig().document(graph, triples);
  }

  private String document(Node graph, Collection<Triple> triples) {
    nameKinds(triples);
    Map<Node, Long> starts = starts(triples);
    Map<Node, Set<Triple>> bySubject =
        new TreeMap<>(
            Comparator.comparingInt(OpEdTrig::rank)
                .thenComparingLong((Node subject) -> starts.getOrDefault(subject, 0L))
                .thenComparing(Node::toString, NaturalOrder.INSTANCE));
    for (Triple triple : triples) {
      bySubject
          .computeIfAbsent(
              triple.getSubject(),
              subject ->
                  new TreeSet<>(
                      Comparator.comparingInt((Triple it) -> Properties.rank(it.getPredicate()))
                          .thenComparing(Triple::toString, NaturalOrder.INSTANCE)))
          .add(triple);
    }
    bySubject.forEach(this::block);
    int widest = prefixes.keySet().stream().mapToInt(String::length).max().orElse(0);
    String heads =
        prefixes.entrySet().stream()
            .map(
                prefix ->
                    "@prefix %s: %s<%s> .\n"
                        .formatted(
                            prefix.getKey(),
                            " ".repeat(widest - prefix.getKey().length()),
                            prefix.getValue()))
            .collect(Collectors.joining());
    return heads + "\n<" + graph.getURI() + "> {\n" + body + "}\n";
  }

  /** Kinds of things have the first choice of prefixes; schemes of codes give way to them. */
  private void nameKinds(Collection<Triple> triples) {
    triples.stream()
        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
        .filter(node -> node.isURI() && node.getURI().startsWith(Namespaces.ID))
        .flatMap(node -> namespace(node.getURI()).stream())
        .sorted(NaturalOrder.INSTANCE)
        .forEach(this::prefix);
  }

  /** Where passages begin, so that they are in the order of the text. */
  private static Map<Node, Long> starts(Collection<Triple> triples) {
    Map<Node, Long> starts = new HashMap<>();
    triples.stream()
        .filter(triple -> triple.getPredicate().equals(Properties.START))
        .filter(triple -> triple.getObject().isLiteral())
        .filter(triple -> START.matcher(triple.getObject().getLiteralLexicalForm()).matches())
        .forEach(
            triple ->
                starts.merge(
                    triple.getSubject(),
                    Long.valueOf(triple.getObject().getLiteralLexicalForm()),
                    Math::min));
    return starts;
  }

  private void block(Node subject, Set<Triple> triples) {
    if (!body.isEmpty()) {
      body.append('\n');
    }
    List<String> lines = new ArrayList<>();
    for (Triple triple : triples) {
      String property =
          triple.getPredicate().equals(RDF.Nodes.type) ? "a" : term(triple.getPredicate());
      lines.add("        " + property + " " + term(triple.getObject()));
    }
    body.append("    ").append(term(subject)).append('\n');
    body.append(String.join(" ;\n", lines)).append(" .\n");
  }

  private String term(Node node) {
    if (node.isURI()) {
      return iri(node.getURI());
    }
    if (!node.isLiteral()) {
      return NodeFmtLib.strNT(node);
    }
    String text = node.getLiteralLexicalForm();
    String type = node.getLiteralDatatypeURI();
    boolean bare =
        (type.equals(XSDDatatype.XSDinteger.getURI()) && INTEGER.matcher(text).matches())
            || (type.equals(XSDDatatype.XSDdecimal.getURI()) && NUMBER.matcher(text).matches())
            || (type.equals(XSDDatatype.XSDboolean.getURI())
                && (text.equals("true") || text.equals("false")));
    if (bare) {
      return text;
    }
    String written = NodeFmtLib.strNT(node);
    String typed = "^^<" + type + ">";
    return written.endsWith(typed)
        ? written.substring(0, written.length() - typed.length()) + "^^" + iri(type)
        : written;
  }

  private String iri(String iri) {
    return namespace(iri)
        .filter(namespace -> LOCAL.matcher(iri.substring(namespace.length())).matches())
        .map(namespace -> prefix(namespace) + ":" + iri.substring(namespace.length()))
        .orElse("<" + iri + ">");
  }

  private static Optional<String> namespace(String iri) {
    if (iri.startsWith(Namespaces.ID)) {
      String rest = iri.substring(Namespaces.ID.length());
      return Stream.of(PART, KIND)
          .map(pattern -> pattern.matcher(rest))
          .filter(Matcher::lookingAt)
          .map(matcher -> Namespaces.ID + matcher.group())
          .findFirst();
    }
    if (iri.startsWith(Namespaces.CODE)) {
      int slash = iri.indexOf('/', Namespaces.CODE.length());
      return slash < 0 ? Optional.empty() : Optional.of(iri.substring(0, slash + 1));
    }
    return Namespaces.PREFIXES.getNsPrefixMap().values().stream()
        .filter(iri::startsWith)
        .max(Comparator.comparingInt(String::length));
  }

  private String prefix(String namespace) {
    return namespaces.computeIfAbsent(
        namespace,
        unnamed -> {
          String prefix = prefixOf(unnamed);
          prefixes.put(prefix, unnamed);
          return prefix;
        });
  }

  /**
   * The name of the kind or scheme. Where that is taken already, as by a kind that is called as a
   * scheme is, all of the path.
   */
  private String prefixOf(String namespace) {
    String ours = Namespaces.PREFIXES.getNsURIPrefix(namespace);
    if (ours != null) {
      return ours;
    }
    boolean ofCode = namespace.startsWith(Namespaces.CODE);
    String base = ofCode ? Namespaces.CODE : Namespaces.ID;
    String path = namespace.substring(base.length(), namespace.length() - 1);
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    boolean taken = prefixes.containsKey(name) || Namespaces.PREFIXES.getNsPrefixURI(name) != null;
    return taken ? (ofCode ? "code-" : "id-") + path.replace('/', '-') : name;
  }

  /** The op-ed, its passages, the world, statements. */
  private static int rank(Node subject) {
    String name = subject.isURI() ? subject.getURI() : "";
    if (name.startsWith(Namespaces.ID + "op-ed/")) {
      return 0;
    }
    if (name.startsWith(Namespaces.ID + "coding/") || name.startsWith(Namespaces.ID + "coder/")) {
      return 1;
    }
    if (name.startsWith(Namespaces.ID + "passage/")) {
      return 2;
    }
    return name.startsWith(Namespaces.ID + "statement/") ? 4 : 3;
  }

  /** The order of the columns, which is that in which one reads: what it is, what it is called. */
  private static final class Properties {
    static final Node START = node("oa:start");
    private static final Map<Node, Integer> RANKS = ranks();

    static int rank(Node property) {
      return RANKS.getOrDefault(property, Integer.MAX_VALUE);
    }

    private static Node node(String name) {
      return NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix(name));
    }

    private static Map<Node, Integer> ranks() {
      Map<Node, Integer> ranks = new HashMap<>();
      Stream.of("rdf:type", "rdfs:label", "dcterms:title", "skos:altLabel", "rdfs:comment")
          .map(Properties::node)
          .forEach(property -> ranks.putIfAbsent(property, ranks.size()));
      for (TableName table : TableName.values()) {
        SheetMetadata.bundled()
            .columns(table)
            .forEach(
                column -> {
                  if (column.property().filter(Dem.edtf::equals).isPresent()) {
                    for (DateBound bound : DateBound.values()) {
                      ranks.putIfAbsent(bound.property(), ranks.size());
                    }
                  }
                  column
                      .property()
                      .ifPresent(property -> ranks.putIfAbsent(property, ranks.size()));
                });
        SheetMetadata.bundled()
            .saidOfEveryRow(table)
            .forEach(said -> ranks.putIfAbsent(said.property(), ranks.size()));
      }
      return Map.copyOf(ranks);
    }
  }
}
