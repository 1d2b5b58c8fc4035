package io.headwater.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One question to a payer about a patient's benefits, and its answer. */
record Check(
    String id,
    Patient patient,
    Payer payer,
    String group,
    LocalDate serviceDate,
    Instant at,
    String sent,
    String returned,
    LocalDate planBegin,
    LocalDate planEnd,
    List<Benefit> benefits,
    boolean byX12) {

  /** One benefit (EB) of the answer; what is not said is null. */
  record Benefit(
      String information,
      List<String> serviceTypes,
      String period,
      String amount,
      String message,
      Related related) {
    static Benefit active() {
      return new Benefit("1", List.of("30", "MH"), null, null, null, null);
    }

    static Benefit activeMedical() {
      return new Benefit("1", List.of("30"), null, null, null, null);
    }

    static Benefit copay(String amount) {
      return new Benefit("B", List.of("A6"), "27", amount, null, null);
    }

    static Benefit deductible(String period, String amount) {
      return new Benefit("C", List.of("30"), period, amount, null, null);
    }

    static Benefit excluded(String message) {
      return new Benefit("I", List.of("MH"), null, null, message, null);
    }

    static Benefit contact(Payer administrator) {
      return new Benefit("U", List.of("MH"), null, null, null, new Related("PR", administrator));
    }

    static Benefit otherPayer(Payer primary) {
      return new Benefit("R", List.of("30"), null, null, null, new Related("PRP", primary));
    }
  }

  /** The entity that a benefit names, by its role (NM101). */
  record Related(String role, Payer payer) {}

  boolean active() {
    return planEnd == null;
  }

  /** As a bulk record. */
  Map<String, Object> fields() {
    var list = new ArrayList<Map<String, Object>>();
    for (Benefit benefit : benefits) {
      boolean copay = benefit.information().equals("B");
      list.add(
          Fields.of(
              "information",
              benefit.information(),
              "serviceTypes",
              benefit.serviceTypes(),
              "period",
              benefit.period(),
              "amount",
              benefit.amount(),
              "authorizationRequired",
              copay ? "U" : null,
              "inNetwork",
              copay ? "Y" : null,
              "message",
              benefit.message(),
              "relatedEntities",
              benefit.related() == null
                  ? null
                  : List.of(
                      Fields.of(
                          "role",
                          benefit.related().role(),
                          "name",
                          benefit.related().payer().name(),
                          "payerId",
                          benefit.related().payer().id()))));
    }
    return Fields.of(
        "checkId",
        id,
        "patientId",
        patient.id(),
        "payerId",
        payer.id(),
        "requestedAt",
        at.minusSeconds(60),
        "serviceDate",
        serviceDate,
        "serviceTypes",
        List.of("30", "MH"),
        "memberIdSent",
        sent,
        "result",
        active() ? "ACTIVE" : "INACTIVE",
        "returnedMemberId",
        returned,
        "planBegin",
        planBegin,
        "planEnd",
        planEnd,
        "benefits",
        list);
  }
}
