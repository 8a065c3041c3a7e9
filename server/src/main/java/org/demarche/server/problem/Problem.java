package org.demarche.server.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.web.HttpSC;

/**
 * An error to be told to a client. Immutable.
 *
 * <pre>{@code
 * Problem.of(405, "Reads only: use GET or HEAD.").withHeader("Allow", "GET, HEAD")
 * }</pre>
 *
 * @param status of the response, 400 to 599
 * @param detail whole sentences: what was wrong, where, and what would be right
 * @param members further members of the JSON object, such as {@code line}
 * @param headers of the response, such as {@code Allow}
 */
public record Problem(
    int status, String detail, Map<String, JsonValue> members, Map<String, String> headers) {

  /** Copies the members and headers, and keeps their order. */
  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(status + " is not the status of an error");
    }
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A problem that its sentences tell in full. */
  public static Problem of(int status, String detail) {
    return new Problem(status, detail, Map.of(), Map.of());
  }

  /** The same with a member that is a text. */
  public Problem with(String member, String value) {
    return with(member, new JsonString(value));
  }

  /** The same with a member that is a number. */
  public Problem with(String member, long value) {
    return with(member, JsonNumber.value(value));
  }

  /** The same with a member that is a list of texts. */
  public Problem with(String member, List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return with(member, array);
  }

  /** The same with a member of any kind. */
  public Problem with(String member, JsonValue value) {
    Map<String, JsonValue> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, detail, more, headers);
  }

  /** The same with a header in the response. */
  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, detail, members, more);
  }

  /** The phrase of the status, as RFC 9457 asks where {@code type} is {@code about:blank}. */
  public String title() {
    String phrase = HttpSC.getMessage(status);
    return phrase == null ? "Error" : phrase;
  }

  /** As {@code application/problem+json}. */
  public String json() {
    JsonObject object = new JsonObject();
    object.put("title", title());
    object.put("status", status);
    object.put("detail", detail);
    members.forEach(object::put);
    return JSON.toString(object) + "\n";
  }

  /** As plain text: the sentences only. */
  public String text() {
    return detail + "\n";
  }
}
