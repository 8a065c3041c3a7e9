package org.demarche.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.rdf.model.Resource;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The index as jena-text sees it: to be read only, and within one graph, which may be the union of
 * several. For one query.
 */
final class GraphTexts implements TextIndex {
  private static final int MOST = 10_000;
  private static final int FIRST_LOOK = 100;
  private static final String NO_LANGUAGE = "none";
  private static final EntityDefinition DEFINITION = definition();

  private final Supplier<Searcher> searcher;
  private final Graph graph;
  private final boolean tellsGraphs;
  private final Optional<AtomicBoolean> cancelled;

  /**
   * @param graph what isn't in it isn't found
   * @param tellsGraphs whether a text counts once for each named graph that has it
   */
  GraphTexts(
      Supplier<Searcher> searcher,
      Graph graph,
      boolean tellsGraphs,
      Optional<AtomicBoolean> cancelled) {
    this.searcher = searcher;
    this.graph = graph;
    this.tellsGraphs = tellsGraphs;
    this.cancelled = cancelled;
  }

  @Override
  public List<TextHit> query(
      @Nullable Node subject,
      List<Resource> properties,
      String text,
      @Nullable String graphName,
      @Nullable String language,
      int limit,
      @Nullable String highlight) {
    String thing = subject != null && subject.isURI() ? subject.getURI() : null;
    return query(thing, properties, text, graphName, language, limit, highlight);
  }

  @Override
  public List<TextHit> query(
      @Nullable String subject,
      List<Resource> properties,
      String text,
      @Nullable String graphName,
      @Nullable String language,
      int limit,
      @Nullable String highlight) {
    int wanted = limit < 0 ? MOST : Math.min(limit, MOST);
    try (Searcher texts = searcher.get()) {
      Query query =
          narrowed(
              TextSyntax.parse(text, texts.analysis()),
              Optional.ofNullable(subject),
              properties,
              Optional.ofNullable(language));
      int look = wanted < FIRST_LOOK ? FIRST_LOOK + wanted : MOST;
      List<Searcher.Found> found = find(texts, query, look);
      List<TextHit> hits = inGraph(found, wanted);
      return hits.size() < wanted && found.size() == look && look < MOST
          ? inGraph(find(texts, query, MOST), wanted)
          : hits;
    } catch (IndexSearcher.TooManyClauses _) {
      throw new QueryExecException(
          "text:query can't look for \"" + text + "\": it asks for too many words at once.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Searcher.Found> find(Searcher texts, Query query, int most) throws IOException {
    if (most == 0) {
      return List.of();
    }
    IndexSearcher lucene = texts.lucene();
    cancelled.ifPresent(signal -> lucene.setTimeout(signal::get));
    List<Searcher.Found> found = texts.find(query, most, lucene);
    if (lucene.timedOut()) {
      throw new QueryCancelledException();
    }
    return found;
  }

  private List<TextHit> inGraph(List<Searcher.Found> found, int wanted) {
    List<TextHit> hits = new ArrayList<>();
    Set<Object> told = new HashSet<>();
    for (Searcher.Found each : found) {
      Entry entry = each.entry();
      Node literal = entry.literal();
      if (hits.size() < wanted
          && graph.contains(entry.thing(), entry.property(), literal)
          && (tellsGraphs || told.add(List.of(entry.thing(), entry.property(), literal)))) {
        hits.add(
            new TextHit(entry.thing(), each.score(), literal, entry.graph(), entry.property()));
      }
    }
    return hits;
  }

  private static Query narrowed(
      Query query, Optional<String> subject, List<Resource> properties, Optional<String> language) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    subject.ifPresent(iri -> all.add(new TermQuery(new Term(IndexField.THING, iri)), Occur.FILTER));
    if (!properties.isEmpty()) {
      List<BytesRef> iris =
          properties.stream().map(property -> new BytesRef(property.getURI())).toList();
      all.add(new TermInSetQuery(IndexField.PROPERTY, iris), Occur.FILTER);
    }
    language.ifPresent(tag -> all.add(ofLanguage(tag), Occur.FILTER));
    return all.build();
  }

  /** Also of its regions and scripts: {@code ko} is answered by {@code ko-KR}. */
  private static Query ofLanguage(String tag) {
    String wanted = tag.equals(NO_LANGUAGE) ? "" : tag.toLowerCase(Locale.ROOT);
    BooleanQuery.Builder either =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(IndexField.LANGUAGE, wanted)), Occur.SHOULD);
    if (!wanted.isEmpty()) {
      either.add(new PrefixQuery(new Term(IndexField.LANGUAGE, wanted + "-")), Occur.SHOULD);
    }
    return either.build();
  }

  private static EntityDefinition definition() {
    EntityDefinition definition = new EntityDefinition(IndexField.THING, IndexField.WORDS);
    Wording.searched().forEach(property -> definition.set(property.getURI(), property));
    definition.setLangField(IndexField.LANGUAGE);
    return definition;
  }

  @Override
  public EntityDefinition getDocDef() {
    return DEFINITION;
  }

  @Override
  public List<TextHit> query(
      @Nullable Node property, String text, String graphName, String language, int limit) {
    return query(property, text, graphName, language, limit, "");
  }

  @Override
  public List<TextHit> query(
      @Nullable Node property, String text, String graphName, String language) {
    return query(property, text, graphName, language, -1, "");
  }

  @Override
  public List<TextHit> query(
      @Nullable Node property,
      String text,
      @Nullable String graphName,
      @Nullable String language,
      int limit,
      @Nullable String highlight) {
    throw readOnly();
  }

  @Override
  public List<TextHit> query(
      List<Resource> properties,
      String text,
      @Nullable String graphName,
      @Nullable String language,
      int limit,
      @Nullable String highlight) {
    return query((String) null, properties, text, graphName, language, limit, highlight);
  }

  @Override
  public Map<String, Node> get(String iri) {
    throw readOnly();
  }

  @Override
  public void addEntity(Entity entity) {
    throw readOnly();
  }

  @Override
  public void updateEntity(Entity entity) {
    throw readOnly();
  }

  @Override
  public void deleteEntity(Entity entity) {
    throw readOnly();
  }

  @Override
  public void prepareCommit() {
    throw readOnly();
  }

  @Override
  public void commit() {
    throw readOnly();
  }

  @Override
  public void rollback() {
    throw readOnly();
  }

  @Override
  public void close() {}

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("text:query searches, and does nothing else");
  }
}
