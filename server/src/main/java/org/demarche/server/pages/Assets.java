package org.demarche.server.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The files that pages load. Each is read once, at the start, and its name tells its content:
 * {@code demarche.1f2e3d4c.css}. So browsers may keep it for ever. Immutable.
 */
final class Assets {
  private static final String STYLESHEET = "demarche.css";

  private final String stylesheet;
  private final Map<String, Asset> byName;

  private Assets(String stylesheet, Map<String, Asset> byName) {
    this.stylesheet = stylesheet;
    this.byName = byName;
  }

  /**
   * A file as it is served.
   *
   * @param mediaType with its charset
   * @param content all of it
   */
  record Asset(String mediaType, String content) {}

  /** Those in this package's folder of the class path. */
  static Assets load() {
    String content = read(STYLESHEET);
    String name = "demarche." + fingerprint(content) + ".css";
    return new Assets(name, Map.of(name, new Asset("text/css;charset=utf-8", content)));
  }

  /** The name of the style sheet. */
  String stylesheet() {
    return stylesheet;
  }

  /** The file of that name. */
  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String fingerprint(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
