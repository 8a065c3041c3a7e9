package org.demarche.load;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.jsonld.TitaniumJsonLdOptions;
import org.apache.jena.sparql.core.Quad;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/**
 * Reads one file with Jena's parsers, and keeps the line and column of every triple. What Jena only
 * warns of, such as a date that doesn't exist, is a fault here. Nothing is fetched, whatever a file
 * names: Jena's parser of XML leaves out external entities by itself, and that of JSON-LD is given
 * {@link RefusedContexts}. Stateless.
 */
final class FileReader {
  private FileReader() {}

  /** Reads a file in which every IRI is absolute: a relative one would depend on the machine. */
  static FileContent read(SourceFile file) {
    return read(file, Optional.empty());
  }

  /**
   * Reads a document whose relative IRIs are meant against a base: RFC 3986, section 5.1.
   *
   * @param base an absolute IRI, by which alike documents of two graphs share no blank nodes either
   */
  static FileContent read(SourceFile file, String base) {
    return read(file, Optional.of(base));
  }

  private static FileContent read(SourceFile file, Optional<String> base) {
    return file.translation().orElseGet(() -> readAs(file, base));
  }

  private static FileContent readAs(SourceFile file, Optional<String> base) {
    Map<Quad, Place> triples = new LinkedHashMap<>();
    List<Finding> faults = new ArrayList<>();
    try {
      parse(file, Utf8.decode(file), base, triples, faults);
    } catch (Utf8.NotUtf8Exception e) {
      faults.add(e.finding());
    }
    return new FileContent(triples, faults);
  }

  private static void parse(
      SourceFile file,
      String text,
      Optional<String> base,
      Map<Quad, Place> triples,
      List<Finding> faults) {
    PlacedProfile profile =
        new PlacedProfile(
            new FactoryRDFStd(LabelToNode.createScopeByDocumentHash(blankNodeSeed(file, base))),
            new SyntaxFaults(file.name(), faults),
            base.filter(iri -> file.syntax().knowsBase())
                .map(IRIxResolver::create)
                .orElseGet(() -> IRIxResolver.create().noBase())
                .resolve(true)
                .allowRelative(false)
                .build());
    StreamRDFBase sink =
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            quad(Quad.create(Quad.defaultGraphIRI, triple));
          }

          @Override
          public void quad(Quad quad) {
            Quad placed =
                quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad;
            triples.putIfAbsent(placed, profile.lastPlace(file.name()));
          }
        };
    try {
      RDFParserRegistry.getFactory(file.syntax().lang())
          .create(file.syntax().lang(), profile)
          .read(
              new StringReader(text),
              base.orElse(null),
              file.syntax().lang().getContentType(),
              sink,
              ARQ.getContext()
                  .copy()
                  .set(TitaniumJsonLdOptions.JSONLD_OPTIONS, RefusedContexts.options()));
    } catch (RiotException e) {
      if (faults.isEmpty()) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        new SyntaxFaults(file.name(), faults).error(String.valueOf(reason.getMessage()), -1, -1);
      }
      // The parser stops at the first error of syntax, which is among the faults.
    } catch (StackOverflowError _) {
      // Jena's parsers call themselves for whatever stands in brackets.
      faults.add(
          Finding.fault(
              profile.lastPlace(file.name()),
              "It is nested too deeply.",
              "Give what is inside names of its own."));
    }
  }

  /**
   * The same file gives the same blank nodes, so that loading it again changes nothing; two files
   * never share one.
   */
  private static UUID blankNodeSeed(SourceFile file, Optional<String> base) {
    byte[] name = (file.name() + base.orElse("")).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(
        ByteBuffer.allocate(Integer.BYTES + name.length + file.content().length)
            .putInt(name.length)
            .put(name)
            .put(file.content())
            .array());
  }
}
