package org.demarche.server.search;

import java.util.List;
import java.util.Locale;
import org.demarche.graph.Snapshot;
import org.demarche.search.Hit;
import org.demarche.search.Marked;
import org.demarche.search.Search;
import org.demarche.search.Wording;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;

/**
 * A thing that was found, as it is told.
 *
 * @param iri of the thing
 * @param path where it is described: on this server, or elsewhere
 * @param label its name in the reader's language
 * @param text that was found, in parts
 * @param language of the text; empty if it has none
 * @param wording what the text is to the thing
 * @param score for comparing with others of the same search
 */
public record FoundThing(
    String iri,
    String path,
    Label label,
    List<Marked> text,
    String language,
    Wording wording,
    double score) {

  /** Copies the list. */
  public FoundThing {
    text = List.copyOf(text);
  }

  static FoundThing of(Hit hit, Search search, Snapshot snapshot, Labels labels) {
    return new FoundThing(
        hit.thing().getURI(),
        Links.of(hit.thing()).orElse(hit.thing().getURI()),
        labels.of(hit.thing()),
        snapshot.marked(hit.text(), search),
        hit.language(),
        hit.wording(),
        hit.score());
  }

  /** Whether the text is told, beside the name: it says more, and isn't for finding alone. */
  public boolean tellsText() {
    return wording != Wording.HIDDEN && !isName();
  }

  /** Whether what was found is the name that is shown. */
  public boolean isName() {
    return wording == Wording.LABEL && plain().equals(label.text());
  }

  /** What the attribute {@code lang} of the text says; empty for English, which pages are in. */
  public String lang() {
    return new Label(plain(), language).lang();
  }

  /** What the text is to the thing, in a word or two. */
  public String role() {
    return switch (wording) {
      case LABEL -> "name";
      case ALTERNATIVE -> "also called";
      case HIDDEN -> "also found as";
      case CODE -> "code";
      case NOTE -> "note";
    };
  }

  String match() {
    return wording.name().toLowerCase(Locale.ROOT);
  }

  String plain() {
    return String.join("", text.stream().map(Marked::text).toList());
  }
}
