package org.demarche.server.description;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.demarche.server.negotiation.Offer;

/**
 * The answers on the latest commit, as they were written: JSON-LD takes a second where the whole
 * dataset is described, which nobody should be able to make the server spend twice. Thread-safe.
 */
final class Copies {
  /** For each form two addresses; whoever invents more has them written anew. */
  private static final int MOST = 8;

  private final Map<Key, byte[]> copies = new LinkedHashMap<>();
  private long commit = -1;

  private record Key(Address address, RDFFormat format) {}

  /** The bytes of an answer, written if they weren't before on this commit. */
  synchronized byte[] get(
      long number, Address address, Offer<RDFFormat> form, Supplier<Graph> content) {
    if (number != commit) {
      copies.clear();
      commit = number;
    }
    Key key = new Key(address, form.form());
    byte[] known = copies.get(key);
    if (known != null) {
      return known;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    RDFWriter.create().format(form.form()).source(content.get()).output(written);
    if (copies.size() >= MOST) {
      copies.remove(copies.keySet().iterator().next());
    }
    copies.put(key, written.toByteArray());
    return written.toByteArray();
  }
}
