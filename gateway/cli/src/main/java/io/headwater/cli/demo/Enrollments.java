package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The applications of each clinician to each payer, stage by stage, and the links to the group. */
final class Enrollments {
  private final Roster roster;
  private final Calendar calendar;
  private final Journal journal;
  private int enrollments = 100;
  private int linkages = 100;

  Enrollments(Roster roster, Calendar calendar, Journal journal) {
    this.roster = roster;
    this.calendar = calendar;
    this.journal = journal;
  }

  void record() {
    for (Clinician clinician : Cast.CLINICIANS) {
      for (Payer payer : Cast.PAYERS) {
        enroll(clinician, payer);
      }
    }
  }

  private void enroll(Clinician clinician, Payer payer) {
    LocalDate hired = roster.hired(clinician);
    if (clinician.associate()) {
      return;
    }
    String id = "EN-" + enrollments++;
    if (clinician.equals(Cast.SYNTHBY) && payer.equals(Payer.TESSERA)) {
      journal.add(
          Calendar.at(calendar.start().minusDays(30), "16:00"),
          "enrollment",
          enrollment(id, clinician, payer, "NOT_STARTED"));
      return;
    }
    link(clinician, payer, hired);
    if (clinician.equals(Cast.LATECOMB) && payer.equals(Payer.LAKEWARD)) {
      application(id, clinician, payer, 4, 51, 113, 115);
    } else if (clinician.equals(Cast.NEWCROFT) && payer.equals(Payer.PINECREST)) {
      application(id, clinician, payer, 2, 3, 74, 78);
    } else if (clinician.equals(Cast.NEWCROFT) && payer.equals(Payer.LAKEWARD)) {
      application(id, clinician, payer, 2, 3, 39, 100);
    } else if (clinician.hired() > 0) {
      application(id, clinician, payer, 2, 3, 45, 48);
    } else {
      application(id, clinician, payer, 3, 5, 80, 85);
    }
    if (clinician.equals(Cast.TRIALSTONE) && payer.equals(Payer.PINECREST)) {
      Map<String, Object> loaded =
          Fields.with(enrollment(id, clinician, payer, "TERMINATED"), stages(hired, 3, 5, 80, 85));
      journal.add(
          Calendar.at(roster.contractEnds().plusDays(2), "16:00"),
          "enrollment",
          Fields.with(
              loaded,
              "termination",
              roster.contractEnds(),
              "terminationReason",
              "network closed to new contracts; not renewed"));
    }
  }

  /** The stages of an application, in days after the hire. */
  private void application(
      String id,
      Clinician clinician,
      Payer payer,
      int complete,
      int submitted,
      int approved,
      int loaded) {
    LocalDate hired = roster.hired(clinician);
    Object[] all = stages(hired, complete, submitted, approved, loaded);
    if (clinician.hired() > 0) {
      stage(id, clinician, payer, "PACKET_COMPLETE", hired.plusDays(complete), all, 2);
      stage(id, clinician, payer, "SUBMITTED", hired.plusDays(submitted), all, 4);
      stage(id, clinician, payer, "IN_REVIEW", hired.plusDays(submitted + 2L), all, 6);
      stage(id, clinician, payer, "APPROVED", hired.plusDays(approved), all, 10);
    }
    stage(id, clinician, payer, "LOADED", hired.plusDays(loaded), all, 12);
  }

  private static Object[] stages(
      LocalDate hired, int complete, int submitted, int approved, int loaded) {
    return new Object[] {
      "packetCompleteOn", hired.plusDays(complete),
      "submittedOn", hired.plusDays(submitted),
      "payerReceivedOn", hired.plusDays(submitted + 1L),
      "approvedOn", hired.plusDays(approved),
      "effective", hired.plusDays(approved),
      "loadedOn", hired.plusDays(loaded)
    };
  }

  private void stage(
      String id,
      Clinician clinician,
      Payer payer,
      String status,
      LocalDate on,
      Object[] all,
      int known) {
    var some = new ArrayList<>(List.of(all)).subList(0, known).toArray();
    journal.add(
        Calendar.at(on, "17:00"),
        "enrollment",
        Fields.with(enrollment(id, clinician, payer, status), some));
  }

  private static Map<String, Object> enrollment(
      String id, Clinician clinician, Payer payer, String status) {
    return Fields.of(
        "enrollmentId",
        id,
        "npi",
        clinician.npi(),
        "payerId",
        payer.id(),
        "locationId",
        clinician.location(),
        "tin",
        Cast.TIN,
        "status",
        status,
        "rosterTaxonomy",
        clinician.taxonomy());
  }

  private void link(Clinician clinician, Payer payer, LocalDate hired) {
    journal.add(
        Calendar.at(hired.plusDays(3), "15:00"),
        "group-linkage",
        Fields.of(
            "linkageId",
            "GL-" + linkages++,
            "npi",
            clinician.npi(),
            "groupNpi",
            Cast.GROUP_NPI,
            "tin",
            Cast.TIN,
            "payerId",
            payer.id(),
            "effective",
            hired));
  }
}
