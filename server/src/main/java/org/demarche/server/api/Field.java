package org.demarche.server.api;

import java.util.List;
import java.util.Locale;
import org.demarche.queries.Parameter;
import org.demarche.queries.ParameterType;
import org.demarche.server.pages.Heading;

/**
 * A field of a form.
 *
 * @param name of the parameter
 * @param label for a person
 * @param help what the parameter is
 * @param required whether the query can't be run without it
 * @param value what is filled in; may be empty
 * @param input the type of the HTML input: {@code text}, {@code date} or {@code number}
 * @param choices all that may be chosen; empty where anything may be written
 * @param suggestions some that may be written
 */
public record Field(
    String name,
    String label,
    String help,
    boolean required,
    String value,
    String input,
    List<Choice> choices,
    List<Suggestion> suggestions) {
  private static final String LANGUAGE = "lang";

  /**
   * One of those to choose from.
   *
   * @param value as it is sent
   * @param label as it is shown
   * @param chosen whether it is filled in
   */
  public record Choice(String value, String label, boolean chosen) {}

  static Field of(Parameter parameter, String value, List<Suggestion> suggestions) {
    boolean language = parameter.name().equals(LANGUAGE);
    return new Field(
        parameter.name(),
        language ? "Language of labels" : Heading.of(parameter.name()),
        language
            ? "Where a thing has no label in this language, its English one is shown."
            : parameter.description() + ".",
        parameter.required(),
        value,
        switch (parameter.type()) {
          case ParameterType.Day _ -> "date";
          case ParameterType.Whole _ -> "number";
          case ParameterType.Text _,
              ParameterType.Tagged _,
              ParameterType.Thing _,
              ParameterType.Code _,
              ParameterType.Choice _ ->
              "text";
        },
        choices(parameter.type()).stream()
            .map(
                choice ->
                    new Choice(
                        choice,
                        language ? language(choice) : choice.replace('-', ' '),
                        means(parameter.type(), value, choice)))
            .toList(),
        List.copyOf(suggestions));
  }

  /** The id of the list of suggestions. */
  public String list() {
    return "values-" + name;
  }

  /** What to say first in a list of choices: that none is chosen. */
  public String none() {
    return name.equals(LANGUAGE) ? "English" : required ? "Choose one" : "Any";
  }

  /** What may be written, if it needs saying: {@code actor/japan}. */
  public String example() {
    return suggestions.isEmpty() ? "" : suggestions.getFirst().value();
  }

  private static List<String> choices(ParameterType type) {
    return switch (type) {
      case ParameterType.Code code -> code.concepts();
      case ParameterType.Choice choice -> choice.values();
      case ParameterType.Text _,
          ParameterType.Tagged _,
          ParameterType.Thing _,
          ParameterType.Day _,
          ParameterType.Whole _ ->
          List.of();
    };
  }

  /** A code may be given in several ways. */
  private static boolean means(ParameterType type, String value, String choice) {
    return !value.isEmpty()
        && type.term(value).isPresent()
        && type.term(value).equals(type.term(choice));
  }

  private static String language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return locale.getDisplayLanguage(locale);
  }
}
