package org.demarche.server.negotiation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One form in which an answer can be given.
 *
 * @param mediaType such as {@code text/turtle}; lower case, without parameters
 * @param formats the names by which {@code ?format=} asks for it, such as {@code ttl}; may be empty
 * @param form what the server needs to write it
 * @param <T> the type of what the server needs to write it
 */
public record Offer<T>(String mediaType, List<String> formats, T form) {
  /** Copies the formats. */
  public Offer {
    requireNonNull(mediaType);
    requireNonNull(form);
    formats = List.copyOf(formats);
  }

  /** A form asked for by its media type or by one name. */
  public static <T> Offer<T> of(String mediaType, String format, T form) {
    return new Offer<>(mediaType, List.of(format), form);
  }

  /** A form asked for by its media type only: a second name of another offer. */
  public static <T> Offer<T> of(String mediaType, T form) {
    return new Offer<>(mediaType, List.of(), form);
  }

  /**
   * What {@code Content-Type} says: texts are in UTF-8, and the others say by themselves what in.
   */
  public String contentType() {
    return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
  }

  /** As lists of offers show it: {@code text/turtle (format=ttl)}. */
  @Override
  public String toString() {
    return formats.isEmpty() ? mediaType : mediaType + " (format=" + formats.getFirst() + ")";
  }
}
