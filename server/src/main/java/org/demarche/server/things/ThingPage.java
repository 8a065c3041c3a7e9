package org.demarche.server.things;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Links;

/**
 * What the page of a thing shows.
 *
 * @param title what it is called
 * @param names what else it is called, in any language
 * @param kind what it is, by its closest class; empty where the graph doesn't say
 * @param iri its name in data
 * @param path where its page is on this server
 * @param claim what a statement says, for statements only
 * @param map of the paragraphs, for op-eds only
 * @param source the graph that says what stands here, where none is named beside a fact
 * @param properties what the graph says of it, the telling ones first
 * @param technical what the graph says of it besides: in other vocabularies, and for machines
 * @param sections answers about it
 * @param unanswered the headings of questions to which the graph has no answer
 * @param causes what led to it
 * @param consequences what it led to
 * @param inward what says something of it, by property
 * @param downloads other forms
 * @param citation how to cite what is said here
 * @param paging which part of the facts stands here
 */
public record ThingPage(
    Label title,
    List<Label> names,
    Optional<Value> kind,
    String iri,
    String path,
    Optional<Claim> claim,
    Optional<ParagraphMap> map,
    Optional<Value> source,
    List<Property> properties,
    List<Property> technical,
    List<Section> sections,
    List<String> unanswered,
    List<Chain> causes,
    List<Chain> consequences,
    List<Property> inward,
    List<Link> downloads,
    String citation,
    Paging paging) {

  /** What canned queries take for it, {@code actor/japan}. */
  public String shortName() {
    return Links.encoded(Links.name(NodeFactory.createURI(iri)));
  }

  /** How many facts there are on this page of which the thing is the value. */
  public int inwardCount() {
    return inward.stream().mapToInt(property -> property.values().size()).sum();
  }

  /**
   * A property with its values, or those of which the thing is the value.
   *
   * @param name of the property
   * @param values each with its sources
   */
  public record Property(Value name, List<Sourced> values) {}

  /**
   * A value.
   *
   * @param sources the graphs that say so, in short: {@code reference}
   */
  public record Sourced(Value value, List<Value> sources) {}

  /**
   * A link.
   *
   * @param text for a person
   * @param href where it leads
   */
  public record Link(String text, String href) {}

  /**
   * Which facts stand here.
   *
   * @param number of the page, from 1
   * @param previous where those before are; may be empty
   * @param next where those after are; may be empty
   */
  public record Paging(int number, String previous, String next) {
    /** Whether all facts stand here. */
    public boolean isWhole() {
      return previous.isEmpty() && next.isEmpty();
    }

    /** Which facts these are, in words. */
    public String words() {
      int first = (number - 1) * Description.PAGE + 1;
      return next.isEmpty()
          ? "Facts from number %d to the last.".formatted(first)
          : "Facts %d to %d; there are more.".formatted(first, first + Description.PAGE - 1);
    }
  }
}
