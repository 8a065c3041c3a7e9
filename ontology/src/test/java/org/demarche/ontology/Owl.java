package org.demarche.ontology;

import java.util.List;
import openllet.owlapi.OpenlletReasonerFactory;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.reasoner.OWLReasonerFactory;

/** Turtle as OWL 2 sees it, and two reasoners of different families, for tests. */
final class Owl {
  static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();

  /** HermiT is a hypertableau reasoner, Openllet a tableau one; they share no code. */
  static final List<OWLReasonerFactory> REASONERS =
      List.of(new ReasonerFactory(), OpenlletReasonerFactory.getInstance());

  private Owl() {}

  static OWLOntology read(String turtle) {
    try {
      return OWLManager.createOWLOntologyManager()
          .loadOntologyFromOntologyDocument(
              new StringDocumentSource(
                  turtle, "urn:demarche:test", new TurtleDocumentFormat(), "text/turtle"));
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError(e);
    }
  }

  static List<OWLReasoner> reasoners(OWLOntology ontology) {
    return REASONERS.stream().map(factory -> factory.createReasoner(ontology)).toList();
  }

  /** Both reasoners must agree; a test that asks is about the ontology, not about them. */
  static boolean isConsistent(OWLOntology ontology) {
    List<Boolean> answers =
        reasoners(ontology).stream().map(OWLReasoner::isConsistent).distinct().toList();
    if (answers.size() != 1) {
      throw new AssertionError("The reasoners disagree");
    }
    return answers.getFirst();
  }

  static OWLClass ownClass(String name) {
    return FACTORY.getOWLClass(IRI.create(Namespaces.DEM, name));
  }

  static OWLNamedIndividual individual(String name) {
    return FACTORY.getOWLNamedIndividual(IRI.create("http://example.org/", name));
  }

  /** A prefixed name such as {@code skos:Concept}. */
  static IRI iri(String prefixed) {
    return IRI.create(Namespaces.PREFIXES.expandPrefix(prefixed));
  }
}
