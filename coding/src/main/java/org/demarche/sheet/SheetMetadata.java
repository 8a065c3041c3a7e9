package org.demarche.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.demarche.ontology.Namespaces;

/**
 * What the columns of a sheet mean, as {@code sheet-metadata.json} has it: <a
 * href="https://www.w3.org/TR/tabular-metadata/">metadata of the W3C's CSV on the Web</a>. Sheets
 * are read and written by it alone. Immutable.
 */
public final class SheetMetadata {
  /** The name that the document has beside the tables. */
  public static final String FILE = "csv-metadata.json";

  private static final String RESOURCE = "sheet-metadata.json";

  static {
    // Nothing of Jena may be used before, and a sheet may be the first thing that is read.
    JenaSystem.init();
  }

  private static final SheetMetadata BUNDLED = new SheetMetadata(text());

  private final String text;
  private final Map<TableName, List<Column>> columns = new EnumMap<>(TableName.class);
  private final Map<TableName, List<Said>> said = new EnumMap<>(TableName.class);

  /**
   * What is true of every row, without a column: a virtual one in the words of CSVW.
   *
   * @param value a template
   */
  record Said(Node property, String value) {}

  private SheetMetadata(String text) {
    this.text = text;
    for (JsonValue table : JSON.parse(text).get("tables").getAsArray()) {
      TableName name = TableName.ofFile(table.getAsObject().getString("url")).orElseThrow();
      List<Column> declared = new ArrayList<>();
      List<Said> virtual = new ArrayList<>();
      for (JsonValue value :
          table.getAsObject().getObj("tableSchema").get("columns").getAsArray()) {
        JsonObject column = value.getAsObject();
        if (column.hasKey("virtual")) {
          virtual.add(
              new Said(node(column.getString("propertyUrl")), column.getString("valueUrl")));
        } else {
          declared.add(column(column));
        }
      }
      columns.put(name, List.copyOf(declared));
      said.put(name, List.copyOf(virtual));
    }
  }

  /** The one that comes with Demarche. */
  public static SheetMetadata bundled() {
    return BUNDLED;
  }

  /** The headings of a table, in order. */
  public List<String> headings(TableName table) {
    return columns(table).stream().map(Column::name).toList();
  }

  List<Column> columns(TableName table) {
    return Objects.requireNonNull(columns.get(table));
  }

  List<Said> saidOfEveryRow(TableName table) {
    return Objects.requireNonNull(said.get(table));
  }

  /**
   * The document, for tables that may have further columns.
   *
   * @param tables whose columns are to be described
   * @return JSON
   */
  String describing(Sheet tables) {
    JsonObject document = JSON.parse(text);
    for (JsonValue value : document.get("tables").getAsArray()) {
      JsonObject table = value.getAsObject();
      TableName name = TableName.ofFile(table.getString("url")).orElseThrow();
      JsonObject schema = table.getObj("tableSchema");
      JsonArray described = new JsonArray();
      JsonArray virtual = new JsonArray();
      for (JsonValue column : schema.get("columns").getAsArray()) {
        (column.getAsObject().hasKey("virtual") ? virtual : described).add(column);
      }
      tables.table(name).columns().stream()
          .filter(heading -> !headings(name).contains(heading))
          .forEach(heading -> FurtherColumn.describe(heading).ifPresent(described::add));
      described.addAll(virtual);
      schema.put("columns", described);
    }
    return document + "\n";
  }

  private static Column column(JsonObject column) {
    return new Column(
        column.getString("name"),
        text(column, "propertyUrl").map(SheetMetadata::node),
        text(column, "aboutUrl"),
        values(column),
        column.hasKey("separator"),
        column.getString("dc:description"));
  }

  private static Values values(JsonObject column) {
    Optional<String> template = text(column, "valueUrl");
    if (template.isEmpty()) {
      return text(column, "lang")
          .map(lang -> lang.equals("und") ? new Values.TextOfOpEd() : new Values.Text(lang))
          .orElseGet(() -> new Values.Typed(type(text(column, "datatype").orElse("string"))));
    }
    String prefix = template.get().substring(0, template.get().indexOf('{'));
    if (prefix.equals(Namespaces.DEM)) {
      return text(column, "propertyUrl").filter(RDF.type.getURI()::equals).isPresent()
          ? new Values.Classes()
          : new Values.Relations();
    }
    if (prefix.startsWith(Namespaces.CODE)) {
      return new Values.Codes(kind(prefix, Namespaces.CODE));
    }
    if (!prefix.startsWith(Namespaces.ID)) {
      return new Values.Addresses(prefix);
    }
    if (column.hasKey("datatype")) {
      return new Values.Terms(Optional.empty(), false);
    }
    if (prefix.equals(Namespaces.ID)) {
      return new Values.Things(Optional.empty());
    }
    String kind = kind(prefix, Namespaces.ID);
    if (template.get().contains("{op_ed}")) {
      return new Values.Parts(kind);
    }
    return kind.equals(column.getString("name")) && column.hasKey("aboutUrl")
        ? new Values.Names(kind)
        : new Values.Things(Optional.of(kind));
  }

  private static String kind(String prefix, String namespace) {
    return prefix.substring(namespace.length(), prefix.length() - 1);
  }

  private static RDFDatatype type(String name) {
    return TypeMapper.getInstance().getSafeTypeByName(XSD.getURI() + name);
  }

  private static Optional<String> text(JsonObject column, String key) {
    return Optional.ofNullable(column.get(key)).map(value -> value.getAsString().value());
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(SheetMetadata.class.getResourceAsStream(RESOURCE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
