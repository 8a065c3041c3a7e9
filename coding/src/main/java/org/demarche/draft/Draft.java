package org.demarche.draft;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.sheet.Sheet;
import org.demarche.sheet.Slug;

/**
 * What could be guessed of an article. Immutable.
 *
 * @param article the text
 * @param layout where its paragraphs are
 * @param published the day of publication, or the days that it may be
 * @param slug the op-ed's
 * @param language the article's
 * @param author as sheets refer to whoever wrote it; empty where the text doesn't say
 * @param read every sentence, in the order of the text
 * @param candidates for statements, in the order of the text
 */
public record Draft(
    Article article,
    Layout layout,
    Period published,
    String slug,
    String language,
    Optional<Author> author,
    List<Read> read,
    List<Candidate> candidates) {

  /** Copies what could change. */
  public Draft {
    read = List.copyOf(read);
    candidates = List.copyOf(candidates);
  }

  /**
   * Who wrote the article.
   *
   * @param name as the text gives it
   * @param reference as sheets refer to the person
   * @param known whether the graph has the person
   */
  public record Author(String name, String reference, boolean known) {}

  /**
   * Reads an article.
   *
   * @param language where the letters leave it open: {@code en}, {@code ko}, {@code ja}, or
   *     another, in which names alone are found
   * @param slug of the op-ed, such as {@code botto-2019-gsomia}
   */
  public static Draft of(
      Article article, Period published, String slug, String language, KnownNames names) {
    Layout layout = Layout.of(article, language);
    String words = layout.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    Optional<Author> author = layout.author().map(name -> author(name, slug, names));
    NameFinder finder =
        NameFinder.of(
            names,
            layout.passages().stream().flatMap(passage -> passage.sentences().stream()).toList());
    List<Read> read =
        layout.passages().stream()
            .flatMap(
                passage ->
                    passage.sentences().stream()
                        .map(sentence -> Read.of(passage, sentence, finder, published)))
            .toList();
    Candidates candidates = new Candidates(names);
    return new Draft(
        article,
        layout,
        published,
        slug,
        Language.of(words, language),
        author,
        read,
        read.stream()
            .flatMap(it -> candidates.of(it, reporter(it.passage(), author)).stream())
            .toList());
  }

  /** The sheet that its coder goes on with; no sentence of the article is in it. */
  public Sheet sheet() {
    return DraftSheet.of(this);
  }

  /** How many candidates there are of each kind, by its code; those of no kind under "no kind". */
  public SortedMap<String, Long> kinds() {
    return candidates.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.kind().orElse("no kind"), TreeMap::new, Collectors.counting()));
  }

  private static Author author(String name, String slug, KnownNames names) {
    return names
        .person(name)
        .map(known -> new Author(name, known.reference(), true))
        .orElseGet(
            () -> new Author(name, "actor/" + Slug.latin(name).orElse("author-of-" + slug), false));
  }

  private static String reporter(Passage passage, Optional<Author> author) {
    return switch (passage.role()) {
      case HEADLINE, STANDFIRST, CAPTION, AUTHOR_NOTE -> passage.role().desk();
      case BODY -> author.map(Author::reference).orElse("");
    };
  }
}
