package org.demarche.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.demarche.draft.Article;
import org.demarche.draft.Draft;
import org.demarche.draft.DraftFolder;
import org.demarche.draft.KnownNames;
import org.demarche.draft.Period;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.sheet.KnownThings;
import org.demarche.sheet.Slug;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche draft}. */
@Command(
    name = "draft",
    description = {
      "Begins the coding sheet of an op-ed from the text of its article: passages with",
      "offsets and hashes, and candidates for statements with names, dates, speakers,",
      "certainty and polarity as far as the words tell. The column guess says what was",
      "guessed and why: check it, then clear it. No sentence is copied into the sheet.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  demarche draft article.txt --published 2019-11-24 --slug botto-2019-gsomia")
final class DraftCommand implements Callable<Integer> {
  /** The slug for a file whose name has no Latin letter. */
  private static final String NO_NAME = "op-ed";

  @Parameters(paramLabel = "ARTICLE", description = "Plain text in UTF-8.")
  private Path article = Path.of("");

  @Option(
      names = "--published",
      required = true,
      paramLabel = "DATE",
      description =
          "The day of publication, from which \"last week\" is counted, or the days that it may"
              + " be: 2019-11-24, [2019-11-24..2019-12-01].")
  private String published = "";

  @Option(
      names = "--slug",
      paramLabel = "SLUG",
      description =
          "The last part of the op-ed's IRI, such as botto-2019-gsomia. Default: the file's name.")
  private @Nullable String slug;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description =
          "The article's, where its letters leave it open: en, ko or ja; in others names alone are"
              + " found. Default: ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(
      names = "--with-text",
      description = "Write the sentences too, numbered, to text.local.txt, which Git ignores.")
  private boolean withText;

  @Option(
      names = "--xlsx",
      description = "Write one workbook, with lists to choose from, instead of three CSV files.")
  private boolean asWorkbook;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder of the sheet. Default: the slug, beside you.")
  private @Nullable Path out;

  @Mixin private DataFolder.Read data = new DataFolder.Read();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Period period =
        Period.parse(published)
            .orElseThrow(
                () ->
                    wrong(
                        "Not a day: %s. Write --published 2019-11-24, or"
                            + " --published '[2019-11-24..2019-12-01]' where it is one of these.",
                        published));
    if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
      throw wrong("Not a language: %s. Write a tag such as en, ko or ja.", language);
    }
    Article text = Article.read(article);
    String name = Optional.ofNullable(slug).or(() -> Slug.latin(text.name())).orElse(NO_NAME);
    if (!Slug.latin(name).equals(Optional.of(name))) {
      throw wrong(
          "Not a slug: %s. Write small letters, digits and hyphens, such as botto-2019-gsomia.",
          name);
    }
    Path folder = Optional.ofNullable(out).orElse(Path.of(name));
    try (KnowledgeGraph graph = data.open();
        Snapshot snapshot = graph.snapshot()) {
      Draft draft =
          Draft.of(text, period, name, language, KnownNames.of(snapshot.dataset(), _ -> true));
      Optional<KnownThings> choices =
          asWorkbook ? Optional.of(KnownThings.of(snapshot)) : Optional.empty();
      tell(draft, DraftFolder.write(draft, folder, withText, choices));
    }
    return ExitCode.FINE;
  }

  private void tell(Draft draft, List<Path> written) {
    PrintWriter answer = spec.commandLine().getOut();
    answer.println(
        "%d passages, %d sentences, %d names, %d dates."
            .formatted(
                draft.layout().passages().size(),
                draft.read().size(),
                draft.read().stream().mapToInt(it -> it.mentions().size()).sum(),
                draft.read().stream().mapToInt(it -> it.dates().size()).sum()));
    answer.println(
        "%d candidates for statements%s"
            .formatted(
                draft.candidates().size(),
                draft.kinds().entrySet().stream()
                    .map(kind -> kind.getKey() + " " + kind.getValue())
                    .collect(Collectors.joining(", ", ": ", "."))));
    answer.println(
        draft
            .author()
            .map(
                author ->
                    "Author: %s, %s."
                        .formatted(
                            author.reference(),
                            author.known() ? "known to the graph" : "new: see entities.csv"))
            .orElse("Author: the text doesn't say. Fill in author and reporter."));
    String leftOut =
        draft.layout().leftOut().stream()
            .map(block -> text(draft, block.start()) + "–" + text(draft, block.end()))
            .collect(Collectors.joining(", "));
    if (!leftOut.isEmpty()) {
      answer.println("Left out as no part of the article, by characters: " + leftOut + ".");
    }
    written.forEach(file -> answer.println("Wrote " + file + "."));
  }

  private static int text(Draft draft, int index) {
    return draft.article().characters(index);
  }

  private ParameterException wrong(String message, String written) {
    return new ParameterException(spec.commandLine(), message.formatted(written));
  }
}
