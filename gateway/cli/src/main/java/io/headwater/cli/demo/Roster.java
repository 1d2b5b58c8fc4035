package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Credentialing: who is licensed, enrolled with whom, linked to the group, and supervised, and
 * since when.
 */
final class Roster {
  private final Calendar calendar;
  private final Journal journal;

  Roster(Calendar calendar, Journal journal) {
    this.calendar = calendar;
    this.journal = journal;
  }

  LocalDate hired(Clinician clinician) {
    return calendar.monday(clinician.hired());
  }

  /** The last day of Fauxley's first license. */
  LocalDate licenseEnds() {
    return calendar.monday(43).minusDays(3);
  }

  /** The first day of its renewal. */
  LocalDate licenseRenewed() {
    return calendar.monday(45);
  }

  /** The last day of Trialstone's contract with the Medicaid plan. */
  LocalDate contractEnds() {
    return calendar.monday(59).plusDays(5);
  }

  /** The day on which half of the associate's set-up was changed to the new bulletin. */
  LocalDate setUpHalved() {
    return calendar.newYear().plusDays(7);
  }

  /** The day on which the other half followed. */
  LocalDate setUpRepaired() {
    return calendar.newYear().plusDays(50);
  }

  void record() {
    office();
    Cast.CLINICIANS.forEach(this::provider);
    new Enrollments(this, calendar, journal).record();
    supervision(
        calendar.start().minusWeeks(20),
        "TREATING",
        "TREATING",
        "TREATING",
        null,
        true,
        "Pinecrest bulletin 24-17");
    supervision(
        setUpHalved(),
        "SUPERVISOR",
        "SUPERVISOR",
        "TREATING",
        null,
        false,
        "Pinecrest bulletin 25-52");
    supervision(
        setUpRepaired(),
        "SUPERVISOR",
        "SUPERVISOR",
        "SUPERVISOR",
        "U9",
        false,
        "Pinecrest bulletin 25-52");
  }

  private void office() {
    var at = Calendar.at(calendar.start().minusYears(2), "15:00");
    journal.add(
        at,
        "practice-profile",
        Fields.of(
            "name",
            Cast.GROUP,
            "groupNpi",
            Cast.GROUP_NPI,
            "tin",
            Cast.TIN,
            "taxonomy",
            Cast.TAXONOMY,
            "timeZone",
            "America/Chicago"));
    journal.add(
        at,
        "location",
        Fields.of("locationId", "LOC-MAIN", "name", "Juniper Flats Main", "state", Cast.STATE));
    journal.add(
        at,
        "location",
        Fields.of("locationId", "LOC-EAST", "name", "Juniper Flats East", "state", Cast.STATE));
    for (Payer payer : Cast.PAYERS) {
      journal.add(
          at,
          "payer",
          Fields.of("payerId", payer.id(), "name", payer.name(), "type", payer.type()));
    }
  }

  private void provider(Clinician clinician) {
    LocalDate hired = hired(clinician);
    LocalDate first = clinician.hired() > 0 ? hired : calendar.start().minusDays(20);
    journal.add(Calendar.at(hired, "15:30"), "provider", provider(clinician, hired, null));
    for (LocalDate day = first.plusDays(3);
        !day.isAfter(calendar.anchor());
        day = day.plusDays(110)) {
      journal.add(Calendar.at(day.plusDays(1), "15:00"), "provider", provider(clinician, day, day));
    }
    if (clinician.equals(Cast.FAUXLEY)) {
      LocalDate told = licenseRenewed().plusDays(1);
      LocalDate attested =
          first.plusDays(
              3
                  + 110L
                      * (java.time.temporal.ChronoUnit.DAYS.between(first.plusDays(3), told)
                          / 110));
      journal.add(Calendar.at(told, "15:00"), "provider", provider(clinician, told, attested));
    }
  }

  private Map<String, Object> provider(Clinician clinician, LocalDate on, LocalDate attested) {
    return Fields.of(
        "npi",
        clinician.npi(),
        "name",
        clinician.name(),
        "licenseLevel",
        clinician.license(),
        "taxonomies",
        List.of(Fields.of("code", clinician.taxonomy(), "primary", true)),
        "licenses",
        licenses(clinician, on),
        "caqh",
        attested == null
            ? null
            : Fields.of("lastAttestedOn", attested, "nextDueOn", attested.plusDays(120)),
        "hiredOn",
        hired(clinician));
  }

  private List<Map<String, Object>> licenses(Clinician clinician, LocalDate on) {
    String number = clinician.license() + clinician.npi().substring(4, 9);
    if (!clinician.equals(Cast.FAUXLEY)) {
      return List.of(
          license(
              number, "ACTIVE", calendar.start().minusMonths(20), calendar.anchor().plusMonths(9)));
    }
    LocalDate issued = licenseEnds().minusYears(2).plusDays(1);
    if (on.isBefore(licenseRenewed())) {
      return List.of(license(number, "ACTIVE", issued, licenseEnds()));
    }
    return List.of(
        license(number, "LAPSED", issued, licenseEnds()),
        license(number, "ACTIVE", licenseRenewed(), licenseRenewed().plusYears(2).minusDays(1)));
  }

  private static Map<String, Object> license(
      String number, String status, LocalDate issued, LocalDate expires) {
    return Fields.of(
        "state",
        Cast.STATE,
        "number",
        number,
        "status",
        status,
        "issued",
        issued,
        "expires",
        expires);
  }

  private void supervision(
      LocalDate on,
      String billAs,
      String npi,
      String taxonomy,
      String modifier,
      boolean onClaim,
      String bulletin) {
    journal.add(
        Calendar.at(on, "17:00"),
        "supervision",
        Fields.of(
            "arrangementId",
            "SA-7",
            "superviseeNpi",
            Cast.NOVICETON.npi(),
            "supervisorNpi",
            Cast.PROTOWORTH.npi(),
            "payerId",
            Payer.PINECREST.id(),
            "type",
            "SUPERVISORY",
            "billAs",
            billAs,
            "npiSource",
            npi,
            "taxonomySource",
            taxonomy,
            "requiredModifier",
            modifier,
            "supervisorOnClaim",
            onClaim,
            "policyRef",
            bulletin,
            "effective",
            calendar.start().minusWeeks(20)));
  }
}
