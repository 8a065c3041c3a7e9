package org.demarche.server.opeds;

import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.pages.DocumentForms;

/** The forms in which the graph of an op-ed is handed out; empty is its page. */
final class OpEdForms {
  static final Offers<Optional<RDFFormat>> ALL =
      DocumentForms.ALL
          .or(Offer.of("application/trig", "trig", Optional.of(RDFFormat.TRIG_PRETTY)))
          .or(Offer.of("application/n-quads", "nq", Optional.of(RDFFormat.NQUADS_UTF8)));

  private OpEdForms() {}

  /** The tag of one form of an op-ed. */
  static EntityTag tag(OpEdVersion version, Offer<?> form) {
    return EntityTag.of(version.commit(), form.mediaType(), "");
  }

  /** The tags of all forms of an op-ed: whoever has read one of them knows the op-ed. */
  static List<String> tags(OpEdVersion version) {
    return ALL.all().stream().map(form -> tag(version, form).value()).toList();
  }
}
