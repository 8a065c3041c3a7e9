package org.demarche.server.federation;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Hands the client the addresses that were checked. It connects to these very ones, so that a name
 * server which says something else a moment later (DNS rebinding) changes nothing. Thread-safe.
 */
final class CheckedAddresses implements SocketAddressResolver {
  private final PublicAddresses addresses;
  private final Executor executor;

  /**
   * @param executor on which names are looked up, as that may take long
   */
  CheckedAddresses(PublicAddresses addresses, Executor executor) {
    this.addresses = addresses;
    this.executor = executor;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> resolved) {
    executor.execute(
        () -> {
          List<InetSocketAddress> found;
          try {
            found =
                addresses.of(host).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
          } catch (RuntimeException | Error refused) {
            resolved.failed(refused);
            return;
          }
          resolved.succeeded(found);
        });
  }
}
