package org.demarche.server.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Catalogue;
import org.demarche.server.description.Address;

/** All that is said of the interface, in one place. */
final class Specification {
  private static final String DESCRIPTION =
      """
      Who claims what about whom, where exactly do they say it, and what follows? Demarche is a \
      knowledge graph of coded op-eds.

      - Canned queries answer the usual questions, SPARQL all others, and whole graphs can be taken \
      away.
      - `Accept` chooses the form of an answer, and the parameter `format` overrides it.
      - Labels come in the language of `lang` or `Accept-Language`.
      - Wherever there is GET, there is HEAD. OPTIONS tells the methods of a path.
      - An answer that is made from the graph has an `ETag`. Sent back in `If-None-Match`, it gives \
      304 as long as there was no commit.
      - Errors are problems by RFC 9457, or their sentences as plain text.
      - Reading is open to all and from any site. What needs the token says so.
      - The data may be used under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).
      """;

  private Specification() {}

  static OpenAPI of(Catalogue catalogue, Address address) {
    Paths paths = new Paths();
    Components components = new Components();
    SharedParts.addTo(components);
    OtherPaths.addTo(paths, components);
    CannedQueryPaths.addTo(paths, components, catalogue);
    SparqlPaths.addTo(paths);
    return new OpenAPI(SpecVersion.V31)
        .openapi("3.1.1")
        .info(info())
        .servers(List.of(new Server().url(address.root()).description("This server")))
        .tags(tags(catalogue))
        .paths(paths)
        .components(components);
  }

  private static Info info() {
    return new Info()
        .title("Demarche")
        .summary("A knowledge graph of what commentators claim in international affairs")
        .description(DESCRIPTION)
        .version(version())
        .license(
            new License()
                .name("Apache-2.0 for the software, CC BY 4.0 for the data")
                .identifier("Apache-2.0"));
  }

  private static String version() {
    return Optional.ofNullable(Specification.class.getPackage().getImplementationVersion())
        .orElse("(built in place)");
  }

  private static List<Tag> tags(Catalogue catalogue) {
    Stream<Tag> themes =
        catalogue.all().stream()
            .map(CannedQuery::theme)
            .distinct()
            .sorted()
            .map(
                theme ->
                    new Tag()
                        .name(CannedQueryPaths.tag(theme))
                        .description("Canned queries of the theme \"" + theme + "\"."));
    Stream<Tag> others =
        Stream.of(Theme.values())
            .map(theme -> new Tag().name(theme.title()).description(theme.description()));
    return Stream.concat(themes, others).toList();
  }
}
