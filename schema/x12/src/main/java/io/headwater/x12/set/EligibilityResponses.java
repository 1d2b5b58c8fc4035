package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.EligibilityResponse;
import io.headwater.x12.record.EligibilityResponse.Benefit;
import io.headwater.x12.record.EligibilityResponse.Result;
import io.headwater.x12.token.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The 271. A subscriber or dependent of whom something is said is one response. */
final class EligibilityResponses implements SetReader {
  private static final Set<String> ACTIVE = Set.of("1", "2", "3", "4", "5");
  private static final Set<String> INACTIVE = Set.of("6", "7", "8");
  private static final Set<String> UNDECIDED = Set.of("P", "U", "D", "W");

  private final TransactionReading reading;
  private final List<String> above = new ArrayList<>();
  private final List<String> aboveFollowUp = new ArrayList<>();
  private final List<String> rejects = new ArrayList<>();
  private final List<String> followUp = new ArrayList<>();
  private final List<BenefitDraft> benefits = new ArrayList<>();
  private Segment bht;
  private Segment rejection;
  private LocalDate sentOn;
  private Party payer = new Party();
  private Party subscriber = new Party();
  private Party patient = new Party();
  private Party at = payer;
  private Segment hl;
  private Segment trace;
  private BenefitDraft benefit;
  private LocalDate serviceDate;
  private PlanDates plan = new PlanDates();
  private PlanDates benefitDates = new PlanDates();
  private boolean told;

  EligibilityResponses(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "BHT" -> {
        reading.purpose(s, "0022");
        bht = s;
        sentOn = reading.day(s, 4);
      }
      case "HL" -> level(s);
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        if (benefit != null) {
          benefit.entity(s);
        } else {
          at.named(s);
        }
      }
      case "TRN" -> {
        if (trace == null || s.is(1, "2") && !trace.is(1, "2")) {
          trace = s;
        }
      }
      case "AAA" -> reject(s);
      case "DTP" -> date(s);
      case "EB" -> {
        benefit = new BenefitDraft(s, reading);
        benefits.add(benefit);
      }
      case "HSD" -> {
        if (benefit != null) {
          benefit.delivered(s);
        }
      }
      case "MSG" -> {
        if (benefit != null) {
          benefit.message(s);
        }
      }
      default -> {
        if (benefit == null) {
          at.read(s, reading);
        }
      }
    }
  }

  private void level(Segment s) {
    finish();
    switch (Objects.requireNonNullElse(s.at(3), "")) {
      case "20" -> {
        above.clear();
        payer = at = new Party();
      }
      case "21" -> at = new Party();
      case "22" -> {
        subscriber = patient = at = new Party();
        hl = s;
      }
      case "23" -> {
        patient = at = new Party();
        hl = s;
      }
      default -> reading.error(s, 3, Fault.INVALID_CODE, "HL03 is none of 20, 21, 22, 23");
    }
  }

  private void reject(Segment s) {
    rejection = s;
    var code = reading.required(s, 3);
    if (code != null) {
      (hl == null ? above : rejects).add(code);
    }
    if (s.at(4) != null) {
      (hl == null ? aboveFollowUp : followUp).add(s.at(4));
    }
  }

  private void date(Segment s) {
    if (s.is(1, "472")) {
      serviceDate = first(serviceDate, reading.span(s, 3).first());
    } else if (PlanDates.speaksOf(s)) {
      (benefit == null ? plan : benefitDates).read(s, reading);
    }
  }

  @Override
  public void end() {
    finish();
    if (bht == null) {
      reading.error("BHT", 2, null, Fault.MISSING_SEGMENT, "BHT is missing");
    } else if (!told && rejection != null) {
      tell(reading.position(rejection));
    }
  }

  private void finish() {
    if (hl != null && (!benefits.isEmpty() || !rejects.isEmpty() || !above.isEmpty())) {
      tell(reading.position(hl));
    }
    hl = null;
    trace = null;
    benefit = null;
    benefits.clear();
    rejects.clear();
    followUp.clear();
    serviceDate = null;
    plan = new PlanDates();
    benefitDates = new PlanDates();
  }

  private void tell(int position) {
    told = true;
    var all = benefits.stream().map(BenefitDraft::benefit).toList();
    var reasons = new ArrayList<>(above);
    reasons.addAll(rejects);
    var follow = new ArrayList<>(aboveFollowUp);
    follow.addAll(followUp);
    var dates = plan.known() ? plan : benefitDates;
    reading.tell(
        position,
        new EligibilityResponse(
            first(trace == null ? null : trace.at(2), bht == null ? null : bht.at(3)),
            first(patient.patientId, subscriber.patientId),
            payer.id,
            payer.lastName(),
            DateSpan.moment(sentOn, bht == null ? null : bht.at(5)),
            result(all, reasons),
            subscriber.id,
            first(patient.group, subscriber.group),
            patient.name,
            patient.born,
            serviceDate,
            dates.begin(),
            dates.end(),
            all,
            reasons,
            follow));
  }

  private static Result result(List<Benefit> benefits, List<String> rejects) {
    if (benefits.stream().anyMatch(b -> says(b, ACTIVE))) {
      return Result.ACTIVE;
    }
    if (benefits.stream().anyMatch(b -> says(b, INACTIVE))) {
      return Result.INACTIVE;
    }
    if (!rejects.isEmpty()) {
      return rejected(rejects);
    }
    if (benefits.stream().anyMatch(b -> "V".equals(b.information()))) {
      return Result.PAYER_UNAVAILABLE;
    }
    return benefits.stream().allMatch(b -> b.information() == null || says(b, UNDECIDED))
        ? Result.AMBIGUOUS
        : Result.ACTIVE;
  }

  private static boolean says(Benefit benefit, Set<String> information) {
    return benefit.information() != null && information.contains(benefit.information());
  }

  private static Result rejected(List<String> rejects) {
    if (rejects.contains("42") || rejects.contains("80")) {
      return Result.PAYER_UNAVAILABLE;
    }
    if (rejects.contains("76")) {
      return Result.AMBIGUOUS;
    }
    return rejects.stream().anyMatch(Set.of("71", "72", "73", "75")::contains)
        ? Result.NOT_FOUND
        : Result.REJECTED;
  }
}
