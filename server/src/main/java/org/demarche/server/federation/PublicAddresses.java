package org.demarche.server.federation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.server.problem.ProblemException;

/**
 * Keeps {@code SERVICE} out of the network that the server stands in: a name, though allowed, may
 * lead to an address there, today or tomorrow. Where the operator allowed an address itself, or
 * {@code localhost}, that very address is meant.
 */
final class PublicAddresses {
  private static final Pattern ADDRESS = Pattern.compile("\\[.*|\\d+\\.\\d+\\.\\d+\\.\\d+");

  private final Resolver resolver;

  PublicAddresses(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The addresses of a host, all of them public, or what the host itself says if it is an address.
   *
   * @throws FailedService when there is no such host
   * @throws ProblemException 403 when it leads inside; SILENT must not hide this
   */
  List<InetAddress> of(String host) {
    try {
      if (host.equals("localhost") || ADDRESS.matcher(host).matches()) {
        return List.of(InetAddress.getAllByName(host));
      }
      List<InetAddress> addresses = List.of(resolver.addresses(host));
      if (!addresses.stream().allMatch(PublicAddresses::isPublic)) {
        throw new ProblemException(
            403,
            "SERVICE would ask "
                + host
                + ", whose address is not a public one. The operator may allow a service within"
                + " this network by its address in place of its name.");
      }
      return addresses;
    } catch (UnknownHostException _) {
      throw new FailedService(host, "is a name without an address");
    }
  }

  /** Whether an address is reached over the public internet, as one machine. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  /** What {@link InetAddress} doesn't know: the registry of RFC 6890. */
  private static boolean isPublic4(byte[] address) {
    int first = address[0] & 0xff;
    int second = address[1] & 0xff;
    boolean ofThisNetwork = first == 0;
    boolean ofCarrier = first == 100 && second >= 64 && second < 128;
    boolean ofProtocols = first == 192 && second == 0 && address[2] == 0;
    boolean ofBenchmarks = first == 198 && (second == 18 || second == 19);
    boolean reserved = first >= 240;
    return !(ofThisNetwork || ofCarrier || ofProtocols || ofBenchmarks || reserved);
  }

  /** Within 2000::/3, and no disguise of an address of IPv4, be it mapped or translated. */
  private static boolean isPublic6(byte[] address) {
    boolean global = (address[0] & 0xe0) == 0x20;
    boolean sixToFour = address[0] == 0x20 && address[1] == 0x02;
    boolean teredo = address[0] == 0x20 && address[1] == 0x01 && address[2] == 0 && address[3] == 0;
    return global && !sixToFour && !teredo;
  }
}
