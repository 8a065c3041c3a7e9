package org.demarche.server.openapi;

import io.javalin.http.Context;
import io.swagger.v3.core.util.Json31;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.demarche.queries.Catalogue;
import org.demarche.server.description.Address;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;

/**
 * The description of the interface: <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI
 * 3.1.1</a>. It is made once for each address at which clients reach the server. Thread-safe.
 */
public final class OpenApiDocument {
  /** Where it is. */
  public static final String PATH = "/openapi.json";

  /** Whoever invents more addresses has the document made anew. */
  private static final int MOST = 8;

  private static final Offers<String> FORMS =
      Offers.of(Offer.of("application/json", "json", "j"))
          .or(Offer.of("application/vnd.oai.openapi+json", "o"));

  private final Catalogue catalogue;
  private final Map<Address, Copy> copies = new LinkedHashMap<>();

  /**
   * A document as it was written.
   *
   * @param content in UTF-8
   * @param fingerprint of the content
   */
  @SuppressWarnings("ArrayRecordComponent") // Copies are handed out and never compared.
  private record Copy(byte[] content, String fingerprint) {}

  /** Describes the server, with the canned queries of a catalogue. */
  public OpenApiDocument(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Answers {@link #PATH}. */
  public void answer(Context context) {
    Offer<String> form = FORMS.choose(Wish.of(context.req()));
    Copy copy = copy(Address.of(context.req()));
    EntityTag tag = new EntityTag("\"" + form.form() + "-" + copy.fingerprint() + "\"");
    if (tag.settles(context.req(), context.res())) {
      return;
    }
    context.contentType(form.mediaType()).result(copy.content());
  }

  private synchronized Copy copy(Address address) {
    Copy known = copies.get(address);
    if (known != null) {
      return known;
    }
    byte[] content =
        (Json31.pretty(Specification.of(catalogue, address)) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    if (copies.size() >= MOST) {
      copies.remove(copies.keySet().iterator().next());
    }
    Copy copy = new Copy(content, fingerprint(content));
    copies.put(address, copy);
    return copy;
  }

  /** Twelve hexadecimal digits that tell one content from another. */
  private static String fingerprint(byte[] content) {
    return DigestUtils.sha256Hex(content).substring(0, 12);
  }
}
