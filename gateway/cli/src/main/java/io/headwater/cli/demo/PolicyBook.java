package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The rules in force: national tables, and what each payer's manual says beyond them. */
record PolicyBook(Calendar calendar, Journal journal) {
  private static final List<String> THERAPY = List.of("90832", "90834", "90837", "90847");
  private static final List<String> BY_VIDEO =
      List.of("90791", "90792", "90832", "90833", "90834", "90837", "90847", "99213", "99214");

  /** Whether the plan wants its approval before this service. */
  static boolean authorizes(Payer payer, String procedure) {
    return payer.equals(Payer.HARBOR) && (procedure.equals("90834") || procedure.equals("90837"))
        || payer.equals(Payer.PINECREST) && procedure.equals("90837")
        || payer.equals(Payer.TESSERA) && procedure.equals("90837");
  }

  /** Whether the plan wants HO on this clinician's line. */
  static boolean wantsLevel(Payer payer, Clinician clinician, String procedure) {
    return payer.equals(Payer.PINECREST)
        && clinician.masters()
        && (THERAPY.contains(procedure) || procedure.equals("90791"));
  }

  /** Days from the service within which a first claim has to arrive. */
  static int filingDays(Payer payer) {
    return payer.equals(Payer.PINECREST) ? 120 : 90;
  }

  void record() {
    national();
    Cast.PAYERS.forEach(this::shared);
    rule(Payer.HARBOR, "AUTH", "authorization", authorization(List.of("90834", "90837"), true, 30));
    rule(Payer.TESSERA, "AUTH", "authorization", authorization(List.of("90837"), true, 30));
    rule(Payer.PINECREST, "AUTH", "authorization", authorization(List.of("90837"), true, 45));
    rule(
        Payer.LAKEWARD,
        "AUTH",
        "authorization",
        Fields.of("type", "AUTHORIZATION", "required", false, "procedures", List.of("*")));
    rule(
        Payer.PINECREST,
        "LEVEL",
        "level modifiers",
        Fields.of(
            "type",
            "MODIFIER",
            "procedures",
            List.of("90791", "90832", "90834", "90837", "90847"),
            "licenseLevels",
            List.of("LCSW", "LPC", "LMFT"),
            "required",
            List.of("HO")));
    rule(
        Payer.LAKEWARD,
        "DX",
        "covered diagnoses",
        Fields.of("type", "DIAGNOSIS", "procedures", List.of("*"), "excluded", List.of("Z63")));
    supervision();
  }

  private void shared(Payer payer) {
    rule(
        payer,
        "FIL",
        "claim filing",
        Fields.of(
            "type",
            "FILING_LIMIT",
            "days",
            filingDays(payer),
            "basis",
            "SERVICE_DATE",
            "correctedDays",
            90,
            "correctedBasis",
            "REMITTANCE_DATE",
            "appealDays",
            180,
            "retroEligibilityDays",
            60,
            "goodCauseDays",
            180));
    rule(
        payer,
        "TEL",
        "telehealth",
        Fields.of(
            "type",
            "TELEHEALTH",
            "modality",
            "VIDEO",
            "patientLocation",
            "HOME",
            "covered",
            true,
            "procedures",
            BY_VIDEO,
            "placesOfService",
            List.of("10"),
            "requiredModifiers",
            List.of("95")));
    rule(
        payer,
        "ENR",
        "enrollment",
        Fields.of(
            "type",
            "ENROLLMENT",
            "effectiveOn",
            "APPROVAL",
            "retroRequestDays",
            60,
            "reprocessDays",
            120));
    rule(
        payer,
        "DOC",
        "documentation",
        Fields.of(
            "type", "DOCUMENTATION", "procedures", List.of("*"), "signedBeforeSubmission", true));
    rule(payer, "REC", "medical records", Fields.of("type", "RECORDS", "dueDays", 45));
  }

  private static Map<String, Object> authorization(
      List<String> procedures, boolean scoped, int days) {
    return Fields.of(
        "type",
        "AUTHORIZATION",
        "required",
        true,
        "procedures",
        procedures,
        "afterVisits",
        0,
        "providerSpecific",
        scoped,
        "procedureSpecific",
        scoped,
        "amendmentDays",
        days,
        "retroRequestDays",
        days);
  }

  private void national() {
    band("90832", 16, 37);
    band("90833", 16, 37);
    band("90834", 38, 52);
    band("90837", 53, null);
    band("90847", 26, null);
    nation(
        "ADDON-90833",
        "add-on services",
        Fields.of(
            "type",
            "ADD_ON",
            "procedure",
            "90833",
            "primaries",
            List.of("99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215")));
    nation(
        "ADDON-90785",
        "add-on services",
        Fields.of(
            "type",
            "ADD_ON",
            "procedure",
            "90785",
            "primaries",
            List.of("90791", "90792", "90832", "90834", "90837", "90833", "90853")));
    nation(
        "PAIR-90847-90834",
        "procedure pairs",
        Fields.of(
            "type",
            "PROCEDURE_PAIR",
            "column1",
            "90847",
            "column2",
            "90834",
            "modifierAllowed",
            true,
            "quarter",
            calendar.lastYear().getYear() + "Q1"));
    nation(
        "UNITS-96127",
        "unit limits",
        Fields.of("type", "UNIT_LIMIT", "procedure", "96127", "perDay", 2));
    nation(
        "UNITS-90791",
        "unit limits",
        Fields.of("type", "UNIT_LIMIT", "procedure", "90791", "perDay", 1));
    nation(
        "UNITS-90837",
        "unit limits",
        Fields.of("type", "UNIT_LIMIT", "procedure", "90837", "perDay", 1));
  }

  private void band(String procedure, int minimum, Integer maximum) {
    nation(
        "TIME-" + procedure,
        "time bands",
        Fields.of(
            "type",
            "TIME_BAND",
            "procedure",
            procedure,
            "minimumMinutes",
            minimum,
            "maximumMinutes",
            maximum));
  }

  private void supervision() {
    Map<String, Object> before =
        Fields.of(
            "type",
            "SUPERVISION",
            "licenseLevels",
            List.of("ASSOCIATE"),
            "shape",
            "TREATING_WITH_SUPERVISOR",
            "supervisorTaxonomy",
            false,
            "supervisorOnClaim",
            true,
            "policyRef",
            "Pinecrest bulletin 24-17");
    Map<String, Object> after =
        Fields.of(
            "type",
            "SUPERVISION",
            "licenseLevels",
            List.of("ASSOCIATE"),
            "shape",
            "SUPERVISOR_AS_RENDERING",
            "supervisorTaxonomy",
            true,
            "requiredModifier",
            "U9",
            "supervisorOnClaim",
            false,
            "policyRef",
            "Pinecrest bulletin 25-52");
    policy(
        "PCM30-SUP",
        "PCM30",
        1,
        calendar.lastYear(),
        calendar.newYear().minusDays(1),
        "Provider manual: supervision",
        before);
    policy(
        "PCM30-SUP", "PCM30", 2, calendar.newYear(), null, "Provider manual: supervision", after);
  }

  private void nation(String name, String title, Map<String, Object> rule) {
    policy("NAT-" + name, "*", 1, calendar.lastYear(), null, "National rule table: " + title, rule);
  }

  private void rule(Payer payer, String name, String title, Map<String, Object> rule) {
    policy(
        payer.id() + "-" + name,
        payer.id(),
        1,
        calendar.lastYear(),
        null,
        "Provider manual: " + title,
        rule);
  }

  private void policy(
      String id,
      String payer,
      int version,
      LocalDate effective,
      LocalDate termination,
      String title,
      Map<String, Object> rule) {
    LocalDate retrieved = effective.minusDays(14);
    journal.add(
        Calendar.at(retrieved, "15:00"),
        "payer-policy",
        Fields.of(
            "policyId",
            id,
            "payerId",
            payer,
            "version",
            version,
            "effective",
            effective,
            "termination",
            termination,
            "source",
            Fields.of(
                "title",
                title,
                "url",
                "https://policies.example/"
                    + id.toLowerCase(java.util.Locale.ROOT)
                    + "/v"
                    + version,
                "retrievedOn",
                retrieved),
            "rule",
            rule));
  }
}
