package org.demarche.server.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file that pages load, as it is served. Its name tells its content, so that browsers may keep it
 * for ever.
 *
 * @param name such as {@code demarche.1f2e3d4c5b6a.css}
 * @param mediaType with its charset
 * @param content all of it; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Files are handed out and never compared.
public record Asset(String name, String mediaType, byte[] content) {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml");

  /**
   * A file of ours.
   *
   * @param beside a class in whose package the file lies
   * @param file its name there, ending in {@code .css}, {@code .js} or {@code .svg}
   */
  public static Asset of(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside " + beside.getName());
      }
      return named(file, in.readAllBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * A file of a WebJar.
   *
   * @param group such as {@code org.webjars}
   * @param artifact such as {@code swagger-ui}
   * @param file its path in the WebJar, without the folders that tell artifact and version
   */
  public static Asset ofWebJar(String group, String artifact, String file) {
    return of(
        Asset.class,
        "/META-INF/resources/webjars/%s/%s/%s".formatted(artifact, version(group, artifact), file));
  }

  /** Stands in the path, and is told beside it. */
  private static String version(String group, String artifact) {
    String file = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    Properties properties = new Properties();
    try (InputStream in = Asset.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      properties.load(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties.getProperty("version");
  }

  /** Where pages find it, once it is {@linkplain Pages#publish published}. */
  public String path() {
    return Pages.ASSETS + name;
  }

  private static Asset named(String file, byte[] content) {
    int dot = file.lastIndexOf('.');
    String ending = file.substring(dot + 1);
    String mediaType = MEDIA_TYPES.get(ending);
    if (mediaType == null) {
      throw new IllegalStateException(file + " is of a kind that pages don't load");
    }
    String stem = file.substring(file.lastIndexOf('/') + 1, dot);
    return new Asset(stem + "." + fingerprint(content) + "." + ending, mediaType, content);
  }

  private static String fingerprint(byte[] content) {
    return DigestUtils.sha256Hex(content).substring(0, 12);
  }
}
