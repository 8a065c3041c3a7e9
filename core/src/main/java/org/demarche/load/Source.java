package org.demarche.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.demarche.ErrorCategory;
import org.demarche.GraphRoles;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;

/**
 * A named graph and the files that it is loaded from.
 *
 * @param graph one that may be written; see {@link GraphRoles#isWritable}
 * @param files one or more; from a file whose syntax names graphs, only the triples of {@code
 *     graph} are taken
 */
public record Source(Node graph, List<SourceFile> files) {

  /** Sorts the files by name, so that their order never matters. */
  public Source {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("A source has at least one file: " + graph);
    }
    files = files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
  }

  /**
   * What the files say about the graph, in their order.
   *
   * @throws Refusal {@link ErrorCategory#BAD_INPUT} with all that keeps them from being read
   */
  public Set<Triple> triples() {
    SourceContent read = SourceContent.of(this);
    if (!read.faults().isEmpty()) {
      throw new Refusal(ErrorCategory.BAD_INPUT, new Findings(read.faults()));
    }
    return read.triples();
  }

  /** SHA-256 over the names (without folders) and the bytes of the files, in hexadecimal. */
  public String contentSha256() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (SourceFile file : files) {
      // Lengths keep what belongs to one file apart from what belongs to the next.
      update(digest, file.fileName().getBytes(StandardCharsets.UTF_8));
      update(digest, file.content());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
