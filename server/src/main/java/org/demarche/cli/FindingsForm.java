package org.demarche.cli;

import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.demarche.validate.Findings;
import org.demarche.validate.FindingsJson;
import org.demarche.validate.Severity;
import org.demarche.validate.ShaclReport;

/** A form in which findings are told. */
enum FindingsForm {
  /** For people: faults apart from advice, each in the order of the places. */
  TEXT,

  /**
   * For programs: how many {@code faults}, {@code findings} as HTTP tells them, how many are {@code
   * untold}.
   */
  JSON,

  /** A SHACL validation report. */
  TURTLE;

  /** The findings, with a line break at the end. */
  String of(Findings findings) {
    return switch (this) {
      case TEXT -> text(findings);
      case JSON -> json(findings);
      case TURTLE -> turtle(findings);
    };
  }

  private static String text(Findings findings) {
    String advice =
        findings.advice().isEmpty()
            ? ""
            : "\n"
                + part(
                    Severity.ADVICE,
                    findings,
                    findings.advice().size() == 1
                        ? "1 piece of advice"
                        : findings.advice().size() + " pieces of advice");
    String faults =
        findings.hasFaults()
            ? part(
                Severity.FAULT,
                findings,
                findings.faults().size() == 1 ? "1 fault" : findings.faults().size() + " faults")
            : "No faults.\n";
    return faults + advice + findings.rest().map("\n%s\n"::formatted).orElse("");
  }

  private static String part(Severity severity, Findings findings, String heading) {
    return heading
        + ":\n"
        + findings.told().stream()
            .filter(finding -> finding.severity() == severity)
            .map(finding -> finding + "\n")
            .collect(Collectors.joining());
  }

  private static String json(Findings findings) {
    JsonObject object = new JsonObject();
    object.put("faults", findings.faults().size());
    object.put("findings", FindingsJson.of(findings));
    object.put("untold", findings.untold());
    return org.apache.jena.atlas.json.JSON.toString(object) + "\n";
  }

  private static String turtle(Findings findings) {
    return RDFWriter.source(ShaclReport.of(findings)).format(RDFFormat.TURTLE_PRETTY).asString();
  }
}
