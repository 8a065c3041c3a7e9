package org.demarche.server;

import java.net.URI;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Lets every request look as if it had been sent to the address by which clients know the server.
 * So whatever is written into an answer names that address, behind a proxy too, and whatever a
 * client claims in {@code Host}. Stateless; thread-safe.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host, and the port where it isn't the scheme's own
 */
record PublicUrl(String scheme, String authority) implements HttpConfiguration.Customizer {

  static PublicUrl of(URI url) {
    return new PublicUrl(url.getScheme(), url.getRawAuthority());
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpURI uri =
        HttpURI.build(request.getHttpURI()).scheme(scheme).authority(authority).asImmutable();
    HttpFields headers =
        HttpFields.build(request.getHeaders()).put(HttpHeader.HOST, authority).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpURI getHttpURI() {
        return uri;
      }

      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }
}
