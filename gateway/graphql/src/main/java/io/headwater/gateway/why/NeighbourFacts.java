package io.headwater.gateway.why;

import io.headwater.gateway.upstream.Answered;
import io.headwater.gateway.upstream.FactQuery.Outline;
import io.headwater.gateway.upstream.Outlined;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.gateway.upstream.TextMemory;
import io.headwater.rootcause.Neighbours;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.vocabulary.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is asked about the rest of the practice, in outline and in the same calls: claims of the
 * same payers and clinicians, whether anything was paid on them, the clinicians' and payers'
 * bookings, and who is insured through the same employer group.
 */
final class NeighbourFacts {

  /** Of a large practice the last learned are looked at, so that a question stays quick. */
  private static final int MOST = 1000;

  private static final List<String> CLAIM =
      List.of(
          "controlNumber",
          "payerId",
          "patientId",
          "memberId",
          "groupNumber",
          "renderingNpi",
          "renderingTaxonomy",
          "supervisingNpi",
          "authorizationNumber",
          "placeOfService",
          "submittedOn",
          "lines");

  private static final List<String> PAYMENT =
      List.of("controlNumber", "paid", "patientResponsibility");

  private static final List<String> VISIT =
      List.of(
          "eventId",
          "patientId",
          "at",
          "type",
          "serviceDate",
          "npi",
          "fromNpi",
          "toNpi",
          "payerId",
          "procedure");

  private static final List<String> COVERAGE =
      List.of("coverageId", "patientId", "memberId", "payerId", "groupNumber");

  private static final TextMemory<Claim> CLAIMS = FactReader.outlines(Claim.class);
  private static final TextMemory<ClaimPayment> PAYMENTS = FactReader.outlines(ClaimPayment.class);
  private static final TextMemory<ScheduleEvent> VISITS = FactReader.outlines(ScheduleEvent.class);
  private static final TextMemory<Coverage> COVERAGES = FactReader.outlines(Coverage.class);

  private final int most;
  private List<Claim> claims = List.of();
  private List<ClaimPayment> payments = List.of();
  private List<ScheduleEvent> visits = List.of();
  private List<Coverage> coverages = List.of();

  /** For a question about so many claims, of which each has neighbours of its own. */
  NeighbourFacts(int questions) {
    this.most = questions == 1 ? MOST : 10 * MOST;
  }

  /** What is asked of claims: the latest of the payers and clinicians on the claims found. */
  List<List<Outline>> ofClaims() {
    return List.of(List.of(Outline.like("claim", List.of("payerId", "npi"), "claim", CLAIM, most)));
  }

  /**
   * What is asked of eligibility.
   *
   * @param clinicians who are billed on the claims asked about, or treated
   * @param payers who were billed
   * @param today visits of a payer's other patients count from then on
   */
  List<List<Outline>> ofEligibility(Set<String> clinicians, Set<String> payers, LocalDate today) {
    var first = new ArrayList<Outline>();
    first.add(Outline.like("coverage", List.of("groupNumber"), "coverage", COVERAGE, most));
    if (!clinicians.isEmpty()) {
      first.add(Outline.by("schedule-event", "npi", clinicians, VISIT, most));
    }
    if (!payers.isEmpty()) {
      first.add(
          Outline.by("schedule-event", "payerId", payers, VISIT, most).from("serviceDate", today));
    }
    var second =
        Outline.like("schedule-event", List.of("patientId"), "coverage", VISIT, most)
            .from("serviceDate", today);
    return List.of(first, List.of(second));
  }

  /** What is asked of payments: whether anything was paid on those claims. */
  List<List<Outline>> ofPayments() {
    var numbers = new HashSet<String>();
    claims.forEach(claim -> numbers.add(claim.controlNumber()));
    return numbers.isEmpty()
        ? List.of()
        : List.of(
            List.of(Outline.by("claim-payment", "controlNumber", numbers, PAYMENT, 2 * most)));
  }

  /** Takes in what a service answers; waits for it. */
  void answered(Owner owner, Answered answer) throws ServiceAway {
    var outlines = answer.outlines().await();
    switch (owner) {
      case CLAIMS -> claims = read(outlines, "claim", CLAIMS, c -> c.controlNumber() != null);
      case PAYMENTS ->
          payments = read(outlines, "claim-payment", PAYMENTS, p -> p.controlNumber() != null);
      case ELIGIBILITY -> {
        visits = read(outlines, "schedule-event", VISITS, e -> e.eventId() != null);
        coverages = read(outlines, "coverage", COVERAGES, c -> c.coverageId() != null);
      }
      case CREDENTIALING, AUTHORIZATIONS, DENIALS -> {}
    }
  }

  /** The rest of the practice as the diagnosis takes it. */
  Neighbours neighbours() {
    return new Neighbours(claims, payments, visits, coverages);
  }

  private static <T> List<T> read(
      List<Outlined> outlines, String kind, TextMemory<T> memory, Predicate<T> identified) {
    return Outlined.records(outlines, kind, memory).stream().filter(identified).toList();
  }
}
