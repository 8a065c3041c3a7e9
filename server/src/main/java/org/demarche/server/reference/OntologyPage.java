package org.demarche.server.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.OWL2;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.PerCommit;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Namespaces;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.Asset;
import org.demarche.server.pages.DocumentForms;
import org.demarche.server.pages.Links;
import org.demarche.server.pages.Pages;
import org.demarche.server.problem.ProblemException;

/**
 * The ontology, as RDF and as a page. On the page each term stands where the fragment of its IRI
 * leads: {@code /ontology#Actor}. Thread-safe.
 *
 * <p>Each form is written once for each commit: that takes a second, and no client can make the
 * server spend it again.
 */
public final class OntologyPage {
  /** Where it is. */
  public static final String PATH = "/ontology";

  /** Where the version that the graph holds is too, by the IRI of the version. */
  public static final String VERSION = PATH + "/{version}";

  private final KnowledgeGraph graph;
  private final Pages pages;
  private final String stylesheet;
  private final PerCommit<Edition> editions;

  /** Shows the ontology of one graph. */
  public OntologyPage(KnowledgeGraph graph, Pages pages) {
    this.graph = graph;
    this.pages = pages;
    this.stylesheet = pages.publish(Asset.of(OntologyPage.class, "ontology.css"));
    this.editions =
        new PerCommit<>(snapshot -> new Edition(snapshot.commit(), Sources.of(snapshot)));
  }

  /**
   * Answers {@link #PATH}.
   *
   * @throws org.demarche.server.negotiation.NotAcceptableException when no form suits the client
   */
  public void answer(Context context) {
    var form = DocumentForms.ALL.choose(Wish.of(context.req()));
    Edition edition = latest();
    context.header("Content-Location", PATH + "?format=" + form.formats().getFirst());
    if (EntityTag.of(edition.commit, form.mediaType(), "").settles(context.req(), context.res())) {
      return;
    }
    context.contentType(form.contentType()).result(edition.written(form));
  }

  /**
   * Answers {@link #VERSION} as {@link #answer} does.
   *
   * @throws ProblemException 404 when the graph holds another version
   */
  public void answerVersion(Context context) {
    String version = Links.BASE + PATH + "/" + context.pathParam("version");
    if (!latest()
        .sources
        .ontology()
        .contains(Node.ANY, OWL2.versionIRI.asNode(), NodeFactory.createURI(version))) {
      throw new ProblemException(
          404, "This server has no <%s>. The version it has is at %s.".formatted(version, PATH));
    }
    answer(context);
  }

  private Edition latest() {
    try (Snapshot snapshot = graph.snapshot()) {
      return editions.of(snapshot);
    }
  }

  /** The ontology as one commit left it, and what was written of it. */
  private final class Edition {
    private final long commit;
    private final Sources sources;
    private final Map<String, byte[]> written = new HashMap<>();

    Edition(long commit, Sources sources) {
      this.commit = commit;
      this.sources = sources;
    }

    synchronized byte[] written(Offer<Optional<RDFFormat>> form) {
      return written.computeIfAbsent(
          form.mediaType(), _ -> form.form().map(this::rdf).orElseGet(this::page));
    }

    private byte[] page() {
      return pages
          .render(
              "ontology", Map.of("page", Reference.of(commit, sources), "stylesheet", stylesheet))
          .getBytes(UTF_8);
    }

    private byte[] rdf(RDFFormat format) {
      Graph ontology = sources.ontology();
      ontology.getPrefixMapping().setNsPrefixes(Namespaces.PREFIXES);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RDFWriter.create().format(format).source(ontology).output(out);
      return out.toByteArray();
    }
  }
}
