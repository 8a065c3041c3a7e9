package org.demarche.server.federation;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host, so that a test can stand in for the names of the world. */
@FunctionalInterface
interface Resolver {
  /** As the machine resolves names. */
  Resolver SYSTEM = InetAddress::getAllByName;

  /** All of them. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
