package org.demarche.server.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.demarche.server.problem.ProblemException;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name, though allowed, leads SERVICE into the network that the server stands in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001:0:a00:1::1"
      })
  void an_address_within_a_network_is_not_public(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "192.0.1.1",
        "2620:0:862:ed1a::1",
        "::ffff:8.8.8.8"
      })
  void an_address_of_the_world_is_public(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SILENT"})
  void a_name_with_one_address_within_is_refused_silent_or_not(String silent) {
    try (Elsewhere inside = Elsewhere.answering(200, Elsewhere.JSON, Elsewhere.row("inside"))) {
      Resolver lying = _ -> addresses("8.8.8.8", "127.0.0.1");

      assertThatThrownBy(() -> ask(lying, "inside.example:" + inside.port(), silent))
          .isInstanceOfSatisfying(
              ProblemException.class, told -> assertThat(told.problem().status()).isEqualTo(403))
          .hasMessageStartingWith(
              "SERVICE would ask inside.example, whose address is not a public one.");
      assertThat(inside.requests()).isEmpty();
    }
  }

  @Test
  void the_client_asks_only_the_address_that_was_checked() {
    try (Elsewhere inside = Elsewhere.answering(200, Elsewhere.JSON, Elsewhere.row("inside"))) {
      AtomicInteger asked = new AtomicInteger();
      // The first address is public, and nobody answers there; a second look-up, of the client's
      // own, would find what is inside.
      Resolver changing = _ -> addresses(asked.getAndIncrement() == 0 ? "192.0.1.1" : "127.0.0.1");

      assertThat(ask(changing, "localhost.:" + inside.port(), "SILENT")).isEqualTo(1);
      assertThat(asked).hasValue(1);
      assertThat(inside.requests()).isEmpty();
    }
  }

  @Test
  void a_name_without_an_address_is_a_failure_which_silent_passes_over() {
    Resolver knowing =
        host -> {
          throw new UnknownHostException(host);
        };

    assertThatThrownBy(() -> ask(knowing, "nowhere.example", ""))
        .isInstanceOfSatisfying(
            ProblemException.class, told -> assertThat(told.problem().status()).isEqualTo(502))
        .hasMessage("SERVICE asked nowhere.example, which is a name without an address.");
    assertThat(ask(knowing, "nowhere.example", "SILENT")).isEqualTo(1);
  }

  @Test
  void an_address_that_the_operator_named_is_not_resolved() {
    try (Elsewhere inside = Elsewhere.answering(200, Elsewhere.JSON, Elsewhere.row("inside"))) {
      Resolver unused =
          host -> {
            throw new AssertionError(host);
          };

      assertThat(ask(unused, "127.0.0.1:" + inside.port(), "")).isEqualTo(1);
      assertThat(ask(unused, "localhost:" + inside.port(), "")).isEqualTo(1);
    }
  }

  @Test
  void an_endpoint_that_takes_too_long_is_given_up() {
    try (Elsewhere slow =
        Elsewhere.that(
            _ -> {
              try {
                Thread.sleep(Duration.ofSeconds(5));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            })) {
      assertThatThrownBy(() -> ask(Resolver.SYSTEM, "127.0.0.1:" + slow.port(), ""))
          .hasMessage("SERVICE asked 127.0.0.1, which did not answer in full within 1 seconds.");
    }
  }

  /** How many rows there are. */
  private static long ask(Resolver resolver, String authority, String silent) {
    String endpoint = "http://" + authority + "/sparql";
    DatasetGraph dataset = DatasetGraphFactory.create();
    Federation federation =
        new Federation(new AllowedServices(List.of(endpoint)), resolver, Duration.ofSeconds(1));
    ServiceExecutorRegistry.set(dataset.getContext(), federation.registry());
    LifeCycle.start(federation);
    try (QueryExec execution =
        QueryExec.dataset(dataset)
            .query("SELECT * { SERVICE " + silent + " <" + endpoint + "> { ?s ?p ?x } }")
            .build()) {
      RowSet rows = execution.select();
      return rows.stream().count();
    } catch (ServiceEnd ended) {
      throw ended.reason();
    } finally {
      LifeCycle.stop(federation);
    }
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }
}
