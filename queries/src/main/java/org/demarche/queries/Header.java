package org.demarche.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The decorators at the head of a query file: YAML after {@code #+}, as <a
 * href="https://grlc.io">grlc</a> has them, and some of our own, which queries/README.md describes.
 */
final class Header {
  private static final String MARK = "#+";
  private static final Set<String> KNOWN =
      Set.of(
          "summary",
          "description",
          "tags",
          "parameters",
          "schemes",
          "enumerate",
          "picture",
          "example");

  private final String file;
  private final Map<String, Object> decorators;

  private Header(String file, Map<String, Object> decorators) {
    this.file = file;
    this.decorators = decorators;
  }

  static Header of(String file, String text) {
    String yaml =
        text.lines()
            .filter(line -> line.startsWith(MARK))
            .map(line -> line.substring(MARK.length()))
            .map(line -> line.startsWith(" ") ? line.substring(1) : line)
            .collect(Collectors.joining("\n"));
    Header header = new Header(file, map(read(file, yaml)));
    header.decorators.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw header.fault("the decorator " + name + " is unknown; known are " + sorted());
            });
    return header;
  }

  /** The text of a decorator that must be there. */
  String text(String name) {
    String value = String.valueOf(decorators.getOrDefault(name, "")).strip();
    if (value.isEmpty()) {
      throw fault("the decorator " + name + " is missing: write \"#+ " + name + ": …\"");
    }
    return value;
  }

  /** The texts under a decorator; empty where it isn't there. */
  List<String> list(String name) {
    return strings(decorators.get(name));
  }

  /** The texts by name under a decorator; empty where it isn't there. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(decorators.get(name)).forEach((key, value) -> texts.put(key, String.valueOf(value)));
    return texts;
  }

  /**
   * The choices of each parameter, as grlc's {@code enumerate} has them: a list of maps from a name
   * to its values.
   */
  Map<String, List<String>> choices() {
    Map<String, List<String>> choices = new LinkedHashMap<>();
    if (decorators.get("enumerate") instanceof List<?> entries) {
      for (Object entry : entries) {
        map(entry).forEach((name, values) -> choices.put(name, strings(values)));
      }
    }
    return choices;
  }

  /** What is wrong with the file, to be thrown. */
  BadQueryFileException fault(String what) {
    return new BadQueryFileException(file, what);
  }

  private static Object read(String file, String yaml) {
    try {
      Object value = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
      return value == null ? Map.of() : value;
    } catch (YamlEngineException malformed) {
      throw new BadQueryFileException(
          file, "its decorators aren't YAML: " + malformed.getMessage());
    }
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, entry) -> map.put(String.valueOf(key), entry == null ? "" : entry));
    }
    return map;
  }

  private static List<String> strings(@Nullable Object value) {
    List<String> strings = new ArrayList<>();
    if (value instanceof List<?> items) {
      items.forEach(item -> strings.add(String.valueOf(item)));
    }
    return strings;
  }

  private static String sorted() {
    return KNOWN.stream().sorted().collect(Collectors.joining(", "));
  }
}
