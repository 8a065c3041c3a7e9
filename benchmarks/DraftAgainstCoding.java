package org.demarche.draft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * Prints how much of a coded op-ed {@code demarche draft} finds, and how much of what it finds was
 * coded. It knows the names of the other graphs, not those that the coder of this one added. {@code
 * benchmarks/draft} starts it.
 */
final class DraftAgainstCoding {
  private static final String PREFIXES =
      Namespaces.PREFIXES.getNsPrefixMap().entrySet().stream()
          .map(prefix -> "PREFIX %s: <%s>%n".formatted(prefix.getKey(), prefix.getValue()))
          .collect(Collectors.joining());

  private final DatasetGraph dataset;
  private final Node opEd;
  private final Draft draft;

  private DraftAgainstCoding(DatasetGraph dataset, Node opEd, Draft draft) {
    this.dataset = dataset;
    this.opEd = opEd;
    this.draft = draft;
  }

  public static void main(String[] arguments) {
    String slug = arguments[1];
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      new Loader(graph).load(Manifest.onClassPath().sources());
      try (Snapshot snapshot = graph.snapshot()) {
        Node opEd = Graphs.opEd(slug);
        DraftAgainstCoding comparison =
            new DraftAgainstCoding(snapshot.dataset(), opEd, null);
        List<String> about =
            comparison.select(
                "SELECT ?edtf ?language { GRAPH $opEd { ?o a dem:OpEd ; dem:edtf ?edtf ; dcterms:language ?language } }",
                "edtf",
                "language").iterator().next();
        Draft draft =
            Draft.of(
                Article.read(Path.of(arguments[0])),
                Period.parse(about.get(0)).orElseThrow(),
                slug,
                about.get(1),
                KnownNames.of(snapshot.dataset(), it -> !it.equals(opEd)));
        new DraftAgainstCoding(snapshot.dataset(), opEd, draft).print(arguments.length > 2);
      }
    }
  }

  private void print(boolean list) {
    System.out.println("| | coded | drafted | both | precision | recall |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    row(list, "passages with their offsets and hashes", codedPassages(), draftedPassages());
    row(list, "actors named in a paragraph, exactly", codedActors(false), draftedActors(false));
    row(list, "the same, a state and its government taken for one", codedActors(true), draftedActors(true));
    row(
        list,
        "sentences with a recommendation",
        sentences("?s dem:kind <" + Namespaces.CODE + "kind/recommendation>"),
        drafted(it -> is(it, Candidate.RECOMMENDATION)));
    row(
        list,
        "sentences that report somebody else's position",
        sentences("?s dem:heldBy ?h ; dem:reportedBy ?r FILTER (?h != ?r)"),
        drafted(it -> it.holder().isEmpty() || it.isReported()));
    row(list, "the same, with the right holder", codedHolders(), draftedHolders());
    row(
        list,
        "sentences with a condition",
        sentences("{ ?s dem:kind <" + Namespaces.CODE + "kind/condition> } UNION { ?s dem:conditionalOn ?c }"),
        drafted(it -> is(it, Candidate.CONDITION)));
    row(
        list,
        "sentences with a prediction",
        sentences("?s dem:kind <" + Namespaces.CODE + "kind/prediction>"),
        drafted(it -> is(it, Candidate.PREDICTION)));
    row(
        list,
        "sentences with a denial",
        sentences("?s dem:polarity <" + Namespaces.CODE + "polarity/denied>"),
        drafted(Candidate::denied));
  }

  private static boolean is(Candidate candidate, String kind) {
    return candidate.kind().filter(kind::equals).isPresent();
  }

  private Set<List<String>> codedPassages() {
    return select(
        "SELECT ?p ?from ?to ?hash { GRAPH $opEd { ?x a dem:Passage ; dem:paragraph ?p ; oa:start ?from ;"
            + " oa:end ?to ; dem:paragraphSha256 ?hash } }",
        "p", "from", "to", "hash");
  }

  private Set<List<String>> draftedPassages() {
    return draft.layout().passages().stream()
        .map(it -> List.of(it.paragraph(), "" + it.start(), "" + it.end(), it.sha256()))
        .collect(Collectors.toSet());
  }

  /** Whom statements name; not the author, who holds nearly all of them without being named. */
  private Set<List<String>> codedActors(boolean merged) {
    return select(
            "SELECT DISTINCT ?p ?a { GRAPH $opEd { ?s dem:passage/dem:paragraph ?p ; dem:reportedBy ?reporter ."
                + " { ?s dem:about|rdf:subject|rdf:object ?a }"
                + " UNION { ?s dem:heldBy ?a FILTER NOT EXISTS { ?s dem:reportedBy ?a } } }"
                + " ?a a dem:Actor FILTER NOT EXISTS { ?a a dem:UnnamedHolder }"
                + " FILTER NOT EXISTS { ?a a dem:ActorGroup } }",
            "p",
            "a").stream()
        .map(it -> List.of(it.get(0), merged ? state().apply(it.get(1)) : it.get(1)))
        .collect(Collectors.toSet());
  }

  /** A name that may stand for several counts as the one that was coded, if one of them was. */
  private Set<List<String>> draftedActors(boolean merged) {
    Set<List<String>> coded = codedActors(merged);
    Set<List<String>> drafted = new HashSet<>();
    for (Read read : draft.read()) {
      for (Mention mention : read.mentions()) {
        List<List<String>> readings =
            mention.readings().stream()
                .filter(it -> it.sort().isActor())
                .map(it -> it.node().getURI())
                .map(it -> List.of(read.passage().paragraph(), merged ? state().apply(it) : it))
                .toList();
        List<List<String>> right = readings.stream().filter(coded::contains).toList();
        drafted.addAll(right.isEmpty() ? readings.stream().limit(1).toList() : right);
      }
    }
    return drafted;
  }

  private UnaryOperator<String> state() {
    var states =
        select("SELECT ?g ?s { ?g dem:governmentOf ?s }", "g", "s").stream()
            .collect(Collectors.toMap(it -> it.get(0), it -> it.get(1)));
    return it -> states.getOrDefault(it, it);
  }

  private Set<List<String>> sentences(String pattern) {
    return select(
        "SELECT ?p ?n { GRAPH $opEd { ?s dem:passage/dem:paragraph ?p . "
            + pattern
            + " OPTIONAL { ?s dem:sentence ?written } BIND (COALESCE(?written, 1) AS ?n) } }",
        "p",
        "n");
  }

  private Set<List<String>> drafted(java.util.function.Predicate<Candidate> which) {
    return draft.candidates().stream().filter(which).map(DraftAgainstCoding::place).collect(Collectors.toSet());
  }

  private static List<String> place(Candidate candidate) {
    return List.of(
        candidate.read().passage().paragraph(), "" + candidate.read().sentence().number());
  }

  private Set<List<String>> codedHolders() {
    return select(
        "SELECT ?p ?n ?h { GRAPH $opEd { ?s dem:passage/dem:paragraph ?p ; dem:sentence ?n ; dem:heldBy ?h ;"
            + " dem:reportedBy ?r FILTER (?h != ?r) } }",
        "p", "n", "h");
  }

  private Set<List<String>> draftedHolders() {
    return draft.candidates().stream()
        .filter(it -> it.holder().isEmpty() || it.isReported())
        .map(
            it -> {
              List<String> row = new ArrayList<>(place(it));
              row.add(it.holder().map(holder -> Namespaces.ID + holder).orElse("nobody"));
              return row;
            })
        .collect(Collectors.toSet());
  }

  /** {@code $opEd} in a query stands for the graph of the op-ed; outside of it all graphs count. */
  private Set<List<String>> select(String query, String... variables) {
    Set<List<String>> rows = new HashSet<>();
    String whole = PREFIXES + query.replace("$opEd", "<" + opEd.getURI() + ">");
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(QueryFactory.create(whole)).build()) {
      for (var all = execution.select(); all.hasNext(); ) {
        Binding binding = all.next();
        List<String> row = new ArrayList<>();
        for (String variable : variables) {
          Node value = binding.get(variable);
          row.add(value.isURI() ? value.getURI() : value.getLiteralLexicalForm());
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void row(boolean list, String name, Set<List<String>> coded, Set<List<String>> drafted) {
    Set<List<String>> both = new HashSet<>(coded);
    both.retainAll(drafted);
    System.out.printf(
        "| %s | %d | %d | %d | %s | %s |%n",
        name, coded.size(), drafted.size(), both.size(), share(both, drafted), share(both, coded));
    if (list) {
      list("missed", coded, both);
      list("not coded", drafted, both);
    }
  }

  private static String share(Set<?> part, Set<?> whole) {
    return whole.isEmpty() ? "-" : "%.2f".formatted((double) part.size() / whole.size());
  }

  private static void list(String name, Set<List<String>> rows, Set<List<String>> without) {
    Set<String> rest = new TreeSet<>();
    rows.stream().filter(it -> !without.contains(it)).forEach(it -> rest.add(String.join(" ", it)));
    rest.forEach(it -> System.out.println("  " + name + ": " + it.replace(Namespaces.ID, "")));
  }
}
