package org.demarche.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.agreement.Measure.Undefined;
import org.demarche.agreement.Measure.Value;

/** Tells programs how far coders agree. Immutable. */
public final class AgreementData {
  private final Agreement agreement;

  /** Of an agreement. */
  public AgreementData(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * For a spreadsheet.
   *
   * @param listed whether the disagreements, one a row, instead of the measures
   * @return CSV as in RFC 4180
   */
  public String csv(boolean listed) {
    List<List<String>> rows = new ArrayList<>();
    if (listed) {
      List<String> names = agreement.codings().stream().map(Coding::name).toList();
      rows.add(
          Stream.of(
                  names.stream().map(name -> "statement in " + name),
                  Stream.of("column"),
                  names.stream().map(name -> "value in " + name))
              .flatMap(Function.identity())
              .toList());
      for (Agreement.Disagreement it : agreement.disagreements()) {
        rows.add(
            Stream.of(
                    it.statements().stream().map(code -> code.orElse("")),
                    Stream.of(it.column().title()),
                    it.values().stream().map(value -> value.orElse("")))
                .flatMap(Function.identity())
                .toList());
      }
    } else {
      rows.add(List.of("column", "n", "observed", "kappa", "alpha", "note"));
      agreement
          .columns()
          .forEach(
              (column, it) ->
                  rows.add(
                      List.of(
                          column.title(),
                          String.valueOf(it.units()),
                          exact(it.observed()),
                          exact(it.kappa()),
                          exact(it.alpha()),
                          it.note().orElse(""))));
    }
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(
                        cell ->
                            cell.matches("[^\",\r\n]*")
                                ? cell
                                : '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",", "", "\r\n")))
        .collect(Collectors.joining());
  }

  /**
   * For a program.
   *
   * @param listed whether with each disagreement
   */
  public String json(boolean listed) {
    JsonArray codings = new JsonArray();
    for (int coder = 0; coder < agreement.codings().size(); coder++) {
      JsonObject coding = new JsonObject();
      coding.put("name", agreement.codings().get(coder).name());
      coding.put("statements", agreement.codings().get(coder).statements().size());
      JsonArray alone = new JsonArray();
      agreement.alone(coder).forEach(it -> alone.add(it.code()));
      coding.put("onlyHere", alone);
      codings.add(coding);
    }
    JsonArray columns = new JsonArray();
    agreement
        .columns()
        .forEach(
            (column, it) -> {
              JsonObject measured = new JsonObject();
              measured.put("column", column.title());
              measured.put("n", it.units());
              put(measured, "observed", it.observed());
              put(measured, "kappa", it.kappa());
              put(measured, "alpha", it.alpha());
              it.note().ifPresent(note -> measured.put("note", note));
              columns.add(measured);
            });
    JsonObject report = new JsonObject();
    report.put("codings", codings);
    report.put("claimsInAll", agreement.shared());
    report.put("aligned", Agreement.ALIGNED);
    report.put("columns", columns);
    if (listed) {
      report.put("disagreements", disagreements());
    }
    return report + "\n";
  }

  private JsonArray disagreements() {
    JsonArray all = new JsonArray();
    for (Agreement.Disagreement it : agreement.disagreements()) {
      JsonObject one = new JsonObject();
      one.put("statements", array(it.statements()));
      one.put("column", it.column().title());
      one.put("values", array(it.values()));
      all.add(one);
    }
    return all;
  }

  private static JsonArray array(List<Optional<String>> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> value.ifPresentOrElse(array::add, () -> array.add(JsonNull.instance)));
    return array;
  }

  private static void put(JsonObject object, String key, Measure measure) {
    switch (measure) {
      case Value value -> object.put(key, JsonNumber.value(value.value()));
      case Undefined _ -> object.put(key, JsonNull.instance);
    }
  }

  private static String exact(Measure measure) {
    return switch (measure) {
      case Value value -> String.valueOf(value.value());
      case Undefined _ -> "";
    };
  }
}
