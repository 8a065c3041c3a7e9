package org.demarche.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
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
  private final List<String> lines;
  private final Map<String, Object> decorators;

  private Header(String file, List<String> lines, Map<String, Object> decorators) {
    this.file = file;
    this.lines = lines;
    this.decorators = decorators;
  }

  static Header of(String file, String text) {
    List<String> lines = text.lines().toList();
    String yaml =
        lines.stream().map(Header::yaml).collect(Collectors.joining("\n")).stripTrailing();
    return new Header(file, lines, map(read(file, yaml)));
  }

  /** A line's part in the YAML: blank where it has none, so that YAML counts lines as the file. */
  private static String yaml(String line) {
    if (!line.startsWith(MARK)) {
      return "";
    }
    String yaml = line.substring(MARK.length());
    return yaml.startsWith(" ") ? yaml.substring(1) : yaml;
  }

  /** What is wrong with each decorator that nobody knows. */
  List<BadQueryFileException> unknown() {
    return decorators.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .map(name -> fault(name, "the decorator " + name + " is unknown; known are " + sorted()))
        .toList();
  }

  /** The text of a decorator that must be there. */
  String text(String name) {
    String value = String.valueOf(decorators.getOrDefault(name, "")).strip();
    if (value.isEmpty()) {
      throw fault(name, "the decorator " + name + " is missing: write \"#+ " + name + ": …\"");
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

  /**
   * What is wrong with the file, to be thrown.
   *
   * @param decorator at whose line; the first line where it isn't there
   */
  BadQueryFileException fault(String decorator, String what) {
    return fault(line(decorator), what);
  }

  /** What is wrong with the file at a line, counted from 1. */
  BadQueryFileException fault(int line, String what) {
    return new BadQueryFileException(file, line, what);
  }

  /** The line of a decorator, or of an entry under one, counted from 1. */
  private int line(String decorator) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).matches("#\\+[\\s-]*" + Pattern.quote(decorator) + "\\s*:.*")) {
        return at + 1;
      }
    }
    return 1;
  }

  private static Object read(String file, String yaml) {
    try {
      Object value = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
      return value == null ? Map.of() : value;
    } catch (MarkedYamlEngineException malformed) {
      int line = malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new BadQueryFileException(
          file, line, "its decorators aren't YAML: " + malformed.getProblem());
    } catch (YamlEngineException malformed) {
      throw new BadQueryFileException(
          file, 1, "its decorators aren't YAML: " + malformed.getMessage());
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
