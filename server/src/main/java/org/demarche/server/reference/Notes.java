package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.texts;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The texts of a term or a code.
 *
 * @param labels in several languages, the one to show first; may be empty
 * @param definitions what it means
 * @param scopeNotes how to choose between it and its neighbours
 * @param examples of its use
 * @param comments further remarks
 * @param changes what became of it
 */
public record Notes(
    List<Text> labels,
    List<Text> definitions,
    List<Text> scopeNotes,
    List<Text> examples,
    List<Text> comments,
    List<Text> changes) {
  /** Copies the lists. */
  public Notes {
    labels = List.copyOf(labels);
    definitions = List.copyOf(definitions);
    scopeNotes = List.copyOf(scopeNotes);
    examples = List.copyOf(examples);
    comments = List.copyOf(comments);
    changes = List.copyOf(changes);
  }

  static Notes of(Graph graph, Node subject) {
    return new Notes(
        texts(graph, subject, RDFS.label.asNode()),
        texts(graph, subject, SKOS.definition.asNode()),
        texts(graph, subject, SKOS.scopeNote.asNode()),
        texts(graph, subject, SKOS.example.asNode()),
        texts(graph, subject, RDFS.comment.asNode()),
        texts(graph, subject, SKOS.changeNote.asNode()));
  }

  /** The first label, or else a name. */
  Text label(String name) {
    return labels.isEmpty() ? new Text(name, "en") : labels.getFirst();
  }

  /** The labels in other languages. */
  public List<Text> otherLabels() {
    return labels.stream().skip(1).toList();
  }
}
