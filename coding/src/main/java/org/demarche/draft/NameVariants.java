package org.demarche.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.draft.Known.Sort;

/** How newspapers vary the names that a graph has. Stateless. */
final class NameVariants {
  private static final String OF = " of ";
  private static final Pattern ACRONYM = Pattern.compile("(\\p{Lu}{3,})\\b.+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}'.-]{3,}");

  private static final List<List<String>> OFFICES = RuleFile.lines("offices.tsv");

  private static final Map<String, List<List<String>>> SHORT_NAMES = new LinkedHashMap<>();
  private static final Map<String, Set<String>> SHORTER = new LinkedHashMap<>();

  static {
    for (List<String> line : RuleFile.lines("short-names.tsv")) {
      List<String> together = List.of(line.get(2).split(" \\+ ", -1));
      SHORT_NAMES.computeIfAbsent(line.get(1), _ -> new ArrayList<>()).add(together);
      if (together.size() == 1 && line.getFirst().equals(Language.ENGLISH)) {
        SHORTER.computeIfAbsent(line.get(2), _ -> new LinkedHashSet<>()).add(line.get(1));
      }
    }
  }

  private NameVariants() {}

  /** By short name, the names that it stands for: one of these, or several of them together. */
  static Map<String, List<List<String>>> shortNames() {
    return SHORT_NAMES;
  }

  /** A name, and what it becomes by turning it: Secretary of State, State Secretary. */
  static Set<String> of(String name, Sort sort) {
    Set<String> variants = new LinkedHashSet<>();
    variants.add(name);
    switch (sort) {
      case AGREEMENT -> {
        Matcher acronym = ACRONYM.matcher(name);
        if (acronym.matches()) {
          variants.add(acronym.group(1));
        }
      }
      case GOVERNMENT, POST, OTHER_ACTOR -> {
        // Twice, for Minister of Defence of South Korea: South Korea Defence Minister.
        turn(variants);
        turn(variants);
      }
      case STATE, PERSON, PLACE -> {}
    }
    return variants;
  }

  /** President of South Korea, South Korea President; US Secretary of State, US State Secretary. */
  private static void turn(Set<String> names) {
    for (String name : List.copyOf(names)) {
      for (int of = name.lastIndexOf(OF); of > 0; of = name.lastIndexOf(OF, of - 1)) {
        String head = name.substring(0, of);
        String tail = name.substring(of + OF.length()).replaceFirst("^the ", "");
        int word = head.lastIndexOf(' ') + 1;
        names.add(tail + " " + head);
        names.add(head.substring(0, word) + tail + " " + head.substring(word));
      }
    }
  }

  /** The words of a person's name that may stand for all of it. */
  static List<String> partsOfPerson(String name) {
    String[] words = name.split(" ", -1);
    List<String> parts = new ArrayList<>();
    if (words.length > 1) {
      for (String word : List.of(words[0], words[words.length - 1])) {
        if (WORD.matcher(word).matches()) {
          parts.add(word);
        }
      }
    }
    return parts;
  }

  /** What the government of a state is called after it. */
  static Set<String> ofGovernment(String state, String language) {
    return made(List.of(state), language, "government");
  }

  /** What a government is called after its head, by the whole name or a part of it. */
  static Set<String> ofAdministration(String head, String language) {
    List<String> names = new ArrayList<>(List.of(head));
    names.addAll(partsOfPerson(head));
    return made(names, language, "administration");
  }

  private static Set<String> made(List<String> names, String language, String office) {
    Set<String> made = new LinkedHashSet<>();
    for (List<String> line : OFFICES) {
      if (line.getFirst().equals(language) && line.get(1).equals(office)) {
        names.forEach(it -> made.add(line.get(2).replace("{}", it)));
      }
    }
    return made;
  }

  /** A name with the short for the long names within it: U.S. for United States. */
  static Set<String> withShortNames(String name) {
    Set<String> variants = new LinkedHashSet<>();
    SHORTER.forEach(
        (full, shorts) -> {
          Set<String> all = new LinkedHashSet<>(shorts);
          all.add(full);
          for (String present : all) {
            if (present.equals(name) || !name.contains(present)) {
              continue;
            }
            Matcher found =
                Pattern.compile("\\b" + Pattern.quote(present) + "(?!\\p{L})").matcher(name);
            if (found.find()) {
              for (String other : all) {
                variants.add(
                    name.substring(0, found.start()) + other + name.substring(found.end()));
              }
            }
          }
        });
    variants.remove(name);
    return variants;
  }
}
