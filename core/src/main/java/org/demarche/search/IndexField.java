package org.demarche.search;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** The fields of a Lucene document, which is one {@link Entry}. */
final class IndexField {
  /** What tells it from other entries. */
  static final String KEY = "key";

  /** The words of the text. */
  static final String WORDS = "words";

  /** The whole text as one word, if it names the thing. */
  static final String NAME = "name";

  static final String THING = "thing";
  static final String KIND = "kind";
  static final String PROPERTY = "property";

  /** The tag of the language, lower case. */
  static final String LANGUAGE = "language";

  /** {@link #YES} where the text names the thing. */
  static final String NAMES = "names";

  static final String YES = "yes";

  /** How much a match counts. */
  static final String WEIGHT = "weight";

  private static final String GRAPH = "graph";
  private static final String TEXT = "text";
  private static final String TAG = "tag";

  private IndexField() {}

  static Document document(Entry entry, String key) {
    Document document = new Document();
    document.add(new StringField(KEY, key, Store.NO));
    document.add(new StringField(THING, entry.thing().getURI(), Store.YES));
    document.add(new StringField(KIND, entry.kind(), Store.YES));
    document.add(new StringField(PROPERTY, entry.property().getURI(), Store.YES));
    document.add(new StringField(LANGUAGE, entry.language().toLowerCase(Locale.ROOT), Store.NO));
    document.add(new StoredField(TAG, entry.language()));
    document.add(new StoredField(GRAPH, entry.graph().getURI()));
    document.add(new StoredField(TEXT, entry.text()));
    document.add(new TextField(WORDS, Analysis.normalized(entry.text()), Store.NO));
    if (entry.wording().isName()) {
      document.add(new StringField(NAME, Analysis.name(entry.text()), Store.NO));
      document.add(new StringField(NAMES, YES, Store.NO));
    }
    double weight = entry.wording().weight() * ThingKind.weight(entry.kind());
    document.add(new FloatDocValuesField(WEIGHT, (float) weight));
    return document;
  }

  static Entry entry(Document document) {
    return new Entry(
        NodeFactory.createURI(stored(document, GRAPH)),
        NodeFactory.createURI(stored(document, THING)),
        NodeFactory.createURI(stored(document, PROPERTY)),
        stored(document, TEXT),
        stored(document, TAG));
  }

  private static String stored(Document document, String field) {
    return Optional.ofNullable(document.get(field)).orElseThrow();
  }
}
