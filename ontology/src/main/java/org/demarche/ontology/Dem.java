package org.demarche.ontology;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of the Demarche ontology, spelt as in their IRIs: classes with a capital, properties
 * without.
 *
 * <p>All of them but the relations of {@code terms/relations.ttl}, which only data names. A test
 * holds the two against each other, both ways.
 */
public final class Dem {

  // Actors
  public static final Node Actor = term("Actor");
  public static final Node State = term("State");
  public static final Node Government = term("Government");
  public static final Node Administration = term("Administration");
  public static final Node GovernmentBody = term("GovernmentBody");
  public static final Node IntergovernmentalOrganization = term("IntergovernmentalOrganization");
  public static final Node ThinkTank = term("ThinkTank");
  public static final Node MediaOutlet = term("MediaOutlet");
  public static final Node Person = term("Person");
  public static final Node Public = term("Public");
  public static final Node UnnamedHolder = term("UnnamedHolder");
  public static final Node ActorGroup = term("ActorGroup");
  public static final Node member = term("member");
  public static final Node governmentOf = term("governmentOf");
  public static final Node administrationOf = term("administrationOf");
  public static final Node headedBy = term("headedBy");
  public static final Node publicOf = term("publicOf");
  public static final Node speaksFor = term("speaksFor");
  public static final Node allyOf = term("allyOf");
  public static final Node Place = term("Place");

  // Agreements
  public static final Node Agreement = term("Agreement");
  public static final Node Treaty = term("Treaty");
  public static final Node Arrangement = term("Arrangement");
  public static final Node Alliance = term("Alliance");
  public static final Node Participation = term("Participation");
  public static final Node StatusPeriod = term("StatusPeriod");
  public static final Node party = term("party");
  public static final Node participant = term("participant");
  public static final Node participationIn = term("participationIn");
  public static final Node participationRole = term("participationRole");
  public static final Node statusOf = term("statusOf");
  public static final Node status = term("status");

  // Causes
  public static final Node respondsTo = term("respondsTo");
  public static final Node contributesTo = term("contributesTo");
  public static final Node enables = term("enables");

  // Conditions
  public static final Node Condition = term("Condition");
  public static final Node conditionOn = term("conditionOn");
  public static final Node requires = term("requires");
  public static final Node setBy = term("setBy");

  // Demands
  public static final Node Demand = term("Demand");
  public static final Node demandedBy = term("demandedBy");
  public static final Node demandedOf = term("demandedOf");
  public static final Node demandedAction = term("demandedAction");
  public static final Node demandStatus = term("demandStatus");
  public static final Node amount = term("amount");
  public static final Node currency = term("currency");
  public static final Node amountQualifier = term("amountQualifier");
  public static final Node ratio = term("ratio");
  public static final Node ratioTo = term("ratioTo");
  public static final Node ratioQualifier = term("ratioQualifier");

  // Events
  public static final Node Event = term("Event");
  public static final Node Action = term("Action");
  public static final Node Measure = term("Measure");
  public static final Node AgreementAction = term("AgreementAction");
  public static final Node SpeechAct = term("SpeechAct");
  public static final Node Dispute = term("Dispute");
  public static final Node Situation = term("Situation");
  public static final Node Position = term("Position");
  public static final Node Deadline = term("Deadline");
  public static final Node CourseOfAction = term("CourseOfAction");
  public static final Node actor = term("actor");
  public static final Node target = term("target");
  public static final Node regards = term("regards");
  public static final Node place = term("place");
  public static final Node hypothetical = term("hypothetical");
  public static final Node possiblyIdenticalTo = term("possiblyIdenticalTo");

  // Grievances
  public static final Node Grievance = term("Grievance");
  public static final Node holder = term("holder");
  public static final Node against = term("against");
  public static final Node arisesFrom = term("arisesFrom");
  public static final Node remedyDemanded = term("remedyDemanded");
  public static final Node grievanceStatus = term("grievanceStatus");

  // Offices
  public static final Node post = term("post");

  // Op-eds and their passages. The text itself is never stored.
  public static final Node OpEd = term("OpEd");
  public static final Node Passage = term("Passage");
  public static final Node paragraph = term("paragraph");
  public static final Node paragraphSha256 = term("paragraphSha256");
  public static final Node textSha256 = term("textSha256");
  public static final Node textLength = term("textLength");
  public static final Node Picture = term("Picture");

  // Provenance
  public static final Node Coding = term("Coding");
  public static final Node Coder = term("Coder");
  public static final Node codes = term("codes");
  public static final Node coder = term("coder");
  public static final Node codedOn = term("codedOn");
  public static final Node codedWith = term("codedWith");
  public static final Node recodes = term("recodes");
  public static final Node SourceGraph = term("SourceGraph");
  public static final Node loadOrder = term("loadOrder");
  public static final Node file = term("file");
  public static final Node contentSha256 = term("contentSha256");
  public static final Node commit = term("commit");
  public static final Node loadedInCommit = term("loadedInCommit");
  public static final Node editedInCommit = term("editedInCommit");
  public static final Node keptAtStart = term("keptAtStart");

  // Statements
  public static final Node Statement = term("Statement");
  public static final Node Evaluation = term("Evaluation");
  public static final Node Prediction = term("Prediction");
  public static final Node Recommendation = term("Recommendation");
  public static final Node Attribution = term("Attribution");
  public static final Node Report = term("Report");
  public static final Node code = term("code");
  public static final Node kind = term("kind");
  public static final Node source = term("source");
  public static final Node passage = term("passage");
  public static final Node sentence = term("sentence");
  public static final Node heldBy = term("heldBy");
  public static final Node reportedBy = term("reportedBy");
  public static final Node polarity = term("polarity");
  public static final Node certainty = term("certainty");
  public static final Node attitude = term("attitude");
  public static final Node strength = term("strength");
  public static final Node addressee = term("addressee");
  public static final Node recommendedAction = term("recommendedAction");
  public static final Node about = term("about");
  public static final Node describes = term("describes");
  public static final Node corefersWith = term("corefersWith");
  public static final Node conditionalOn = term("conditionalOn");
  public static final Node alternativeTo = term("alternativeTo");
  public static final Node costOf = term("costOf");
  public static final Node differsFrom = term("differsFrom");
  public static final Node ambiguous = term("ambiguous");
  public static final Node inferredByCoder = term("inferredByCoder");

  // Time
  public static final Node earliestBegin = term("earliestBegin");
  public static final Node latestBegin = term("latestBegin");
  public static final Node earliestEnd = term("earliestEnd");
  public static final Node latestEnd = term("latestEnd");
  public static final Node edtf = term("edtf");
  public static final Node dateInferred = term("dateInferred");
  public static final Node precedes = term("precedes");

  private Dem() {}

  private static Node term(String name) {
    return NodeFactory.createURI(Namespaces.DEM + name);
  }
}
