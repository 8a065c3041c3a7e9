package org.demarche.server.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.sparql.Bodies;
import org.demarche.server.sparql.FormEncoding;

/**
 * The parameters of a request: those of its URL, and of its form where it is a POST. Those that
 * nobody asks for are passed over, {@code callback} among them: what a client sends is never part
 * of a script here.
 */
record Parameters(Map<String, List<String>> values) {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LONGEST_FORM = 1024 * 1024;

  /**
   * Those of the URL.
   *
   * @throws ProblemException 400 when they aren't encoded as they should be
   */
  static Parameters ofUrl(HttpServletRequest request) {
    String inUrl = Optional.ofNullable(request.getQueryString()).orElse("");
    return new Parameters(FormEncoding.parse(inUrl.getBytes(UTF_8)));
  }

  /**
   * Those of the URL and of the form.
   *
   * @throws ProblemException 400 when they aren't encoded as they should be, 413 when the form is
   *     over a megabyte, 415 when it is no form, 408 and 503 as {@link Bodies} says
   * @throws IOException when the client leaves before the form is complete
   */
  static Parameters ofForm(HttpServletRequest request, Bodies bodies) throws IOException {
    Map<String, List<String>> all = new LinkedHashMap<>(ofUrl(request).values());
    if (request.getContentLengthLong() > LONGEST_FORM) {
      throw tooLong();
    }
    byte[] form = bodies.read(request, LONGEST_FORM + 1);
    if (form.length > LONGEST_FORM) {
      throw tooLong();
    }
    String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
    boolean isForm = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    if (form.length > 0 && (!isForm || !Bodies.isUtf8(request) || Bodies.isCompressed(request))) {
      throw new ProblemException(
          415, "Send the queries as a form: " + FORM + ", in UTF-8 and not compressed.");
    }
    FormEncoding.parse(form)
        .forEach(
            (name, values) -> all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values));
    return new Parameters(all);
  }

  /**
   * The value of a parameter, if it is given; an empty one is none.
   *
   * @throws ProblemException 400 when it is given more than once
   */
  Optional<String> get(String name) {
    List<String> given =
        values.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
    if (given.size() > 1) {
      throw new ProblemException(
          400, "The parameter \"" + name + "\" is given more than once. Give it once.");
    }
    return given.stream().findFirst();
  }

  /**
   * The value of a parameter that must be there.
   *
   * @throws ProblemException 400 when it isn't
   */
  String require(String name) {
    return get(name)
        .orElseThrow(() -> new ProblemException(400, "The parameter \"" + name + "\" is missing."));
  }

  /**
   * A parameter that is a whole number, 0 or more.
   *
   * @throws ProblemException 400 when it is none
   */
  Optional<Integer> whole(String name) {
    return get(name)
        .map(
            text -> {
              if (!text.matches("[0-9]{1,6}")) {
                throw new ProblemException(
                    400, "The parameter \"" + name + "\" must be a whole number from 0 to 999999.");
              }
              return Integer.valueOf(text);
            });
  }

  private static ProblemException tooLong() {
    return new ProblemException(
        413, "The form is longer than a megabyte. Send fewer queries at once.");
  }
}
