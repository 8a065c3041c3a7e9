package org.demarche.draft;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A paragraph of the article.
 *
 * @param paragraph {@code H} the headline, {@code S} the standfirst, {@code P1}, {@code P2} and so
 *     on
 * @param role what it is
 * @param start its first character in the article, counted from 0
 * @param end the character after its last
 * @param text the paragraph itself, which stays out of sheets
 * @param sentences one or more
 */
public record Passage(
    String paragraph, Role role, int start, int end, String text, List<Sentence> sentences) {

  /** Copies what could change. */
  public Passage {
    sentences = List.copyOf(sentences);
  }

  /** The first 16 hexadecimal digits of the SHA-256 of the text. */
  public String sha256() {
    return DigestUtils.sha256Hex(text).substring(0, 16);
  }

  /** What a paragraph is, which decides who reports what it says. */
  public enum Role {
    HEADLINE("headline", "actor/headline-desk"),
    STANDFIRST("standfirst", "actor/standfirst-desk"),
    BODY("paragraph", ""),
    CAPTION("caption", "actor/caption-desk"),
    AUTHOR_NOTE("note on the author", "actor/author-note");

    private final String label;
    private final String desk;

    Role(String label, String desk) {
      this.label = label;
      this.desk = desk;
    }

    /** In English. */
    String label() {
      return label;
    }

    /** The slug of who is taken to have written it; empty for the author. */
    String desk() {
      return desk;
    }
  }
}
