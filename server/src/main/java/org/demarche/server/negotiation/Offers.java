package org.demarche.server.negotiation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms in which a resource can answer, the preferred one first.
 *
 * <pre>{@code
 * Offers<Lang> offers =
 *     Offers.of(Offer.of("text/turtle", "ttl", Lang.TURTLE))
 *         .or(Offer.of("application/n-triples", "nt", Lang.NTRIPLES));
 * Offer<Lang> chosen = offers.choose(Wish.of(request));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param <T> what the server needs to write a form
 */
public final class Offers<T> {
  private final List<Offer<T>> offers;

  private Offers(List<Offer<T>> offers) {
    this.offers = offers;
  }

  /** One offer: what a client gets that has no preference. */
  public static <T> Offers<T> of(Offer<T> first) {
    return new Offers<>(List.of(first));
  }

  /** These offers, and one that is liked less than they. */
  public Offers<T> or(Offer<T> other) {
    return new Offers<>(Stream.concat(offers.stream(), Stream.of(other)).toList());
  }

  /** All of them, the preferred first. */
  public List<Offer<T>> all() {
    return offers;
  }

  /** The offer for a client that has no preference. */
  public Offer<T> first() {
    return offers.getFirst();
  }

  /**
   * The offer that suits a client best. A {@code format} decides alone. Otherwise the weight of an
   * offer is that of the range in {@code Accept} which names it most closely; between offers of the
   * same weight the more closely named wins, then the one that was offered first. A header without
   * any valid range counts as none.
   *
   * @throws NotAcceptableException when nothing suits; it lists what is offered
   */
  public Offer<T> choose(Wish wish) {
    return find(wish).orElseThrow(() -> notAcceptable(wish));
  }

  /** Like {@link #choose}, but empty when nothing suits. */
  public Optional<Offer<T>> find(Wish wish) {
    if (wish.format().isPresent()) {
      String format = wish.format().get().toLowerCase(Locale.ROOT);
      return offers.stream()
          .filter(offer -> offer.formats().contains(format) || offer.mediaType().equals(format))
          .findFirst();
    }
    List<MediaRange> ranges = wish.accept().map(MediaRange::parse).orElse(List.of());
    if (ranges.isEmpty()) {
      return Optional.of(first());
    }
    // Of equals, max() keeps the one it saw first.
    return offers.stream()
        .map(offer -> new Rated<>(offer, closest(ranges, offer)))
        .filter(rated -> rated.range().isPresent() && rated.weight() > 0)
        .max(
            Comparator.comparingDouble((Rated<T> rated) -> rated.weight())
                .thenComparingInt(Rated::closeness))
        .map(Rated::offer);
  }

  /** What is offered, the preferred first: {@code text/turtle (format=ttl)}. */
  public List<String> listed() {
    return offers.stream().map(Offer::toString).toList();
  }

  private static Optional<MediaRange> closest(List<MediaRange> ranges, Offer<?> offer) {
    return ranges.stream()
        .filter(range -> range.closeness(offer.mediaType()) > 0)
        .max(Comparator.comparingInt(range -> range.closeness(offer.mediaType())));
  }

  private NotAcceptableException notAcceptable(Wish wish) {
    String asked =
        wish.format()
            .map(format -> "There is no format \"" + format + "\" here.")
            .orElse("None of the media types in the Accept header is offered here.");
    String offered = listed().stream().collect(Collectors.joining(", "));
    return new NotAcceptableException(asked + " Offered: " + offered + ".", listed());
  }

  private record Rated<T>(Offer<T> offer, Optional<MediaRange> range) {
    double weight() {
      return range.map(MediaRange::weight).orElse(0.0);
    }

    int closeness() {
      return range.map(found -> found.closeness(offer.mediaType())).orElse(0);
    }
  }
}
