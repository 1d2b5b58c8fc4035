package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One sending of a claim. */
final class Claim {
  /** How the payer pays what it does not deny. */
  enum Payment {
    CONTRACT,
    DEDUCTIBLE,
    LAST_YEARS_RATE
  }

  final Visit visit;

  /** The earlier sending under the same control number, or null. */
  Claim resends;

  /** CLM05-3: 1 for an original, 7 for a replacement of {@link #resends}. */
  String frequency = "1";

  LocalDate submitted;
  Membership member;
  LocalDate birthDate;
  Clinician rendering;
  String taxonomy;
  Clinician supervising;
  String authorization;
  String placeOfService;
  List<ServiceLine> lines = new ArrayList<>();
  Rejection rejection;
  final List<Ruling> rulings = new ArrayList<>();
  Payment payment = Payment.CONTRACT;
  String control;
  String payerControl;

  private Claim(Visit visit) {
    this.visit = visit;
  }

  /** The claim as it should be sent. */
  static Claim of(Visit visit) {
    var claim = new Claim(visit);
    claim.submitted = visit.billed();
    claim.member = visit.member;
    claim.birthDate = visit.member.patient().birthDate();
    claim.rendering = visit.treating;
    claim.taxonomy = visit.treating.taxonomy();
    claim.placeOfService = visit.video ? "10" : "11";
    claim.authorization = visit.episode.authorizationFor(visit);
    claim.line(visit.procedure, 1);
    visit.extras.forEach(extra -> claim.line(extra, 1));
    if (visit.treating.associate()) {
      claim.underSupervision();
    }
    return claim;
  }

  /** The same claim, sent another time. */
  Claim again(LocalDate on) {
    var copy = new Claim(visit);
    copy.submitted = on;
    copy.member = member;
    copy.birthDate = birthDate;
    copy.rendering = rendering;
    copy.taxonomy = taxonomy;
    copy.supervising = supervising;
    copy.authorization = authorization;
    copy.placeOfService = placeOfService;
    copy.lines = new ArrayList<>(lines);
    visit.claims.add(copy);
    return copy;
  }

  /**
   * What should have been sent, sent as a replacement eleven days after the remittance, and so
   * paid.
   */
  Claim replaced() {
    Claim right = of(visit);
    right.resends = this;
    right.frequency = "7";
    right.submitted = remitted().plusDays(11);
    visit.claims.add(right);
    visit.episode.practice.work(right.submitted, "15:30", right, "RESUBMITTED", null, "corrected");
    return right;
  }

  /** The same service billed to another plan eleven days after this one denied it. */
  void rerouted(Membership other) {
    Claim right = again(remitted().plusDays(11));
    right.resends = this;
    right.member = other;
    right.authorization = null;
    visit.episode.practice.work(
        right.submitted, "15:30", right, "RESUBMITTED", null, "sent to " + other.payer().name());
  }

  void line(String procedure, int units) {
    var modifiers = new ArrayList<String>();
    if (PolicyBook.wantsLevel(member.payer(), rendering, procedure)) {
      modifiers.add("HO");
    }
    if (visit.video) {
      modifiers.add("95");
    }
    lines.add(
        new ServiceLine(
            procedure, modifiers, visit.episode.practice.fees.charge(procedure, units), units));
  }

  /** As the set-up of the day has it: see {@link Roster}. */
  private void underSupervision() {
    Roster roster = visit.episode.practice.roster;
    if (submitted.isBefore(roster.setUpHalved())) {
      supervising = Cast.PROTOWORTH;
      return;
    }
    rendering = Cast.PROTOWORTH;
    if (!submitted.isBefore(roster.setUpRepaired())) {
      taxonomy = Cast.PROTOWORTH.taxonomy();
      lines.replaceAll(
          line -> {
            var modifiers = new ArrayList<>(line.modifiers());
            modifiers.addFirst("U9");
            return new ServiceLine(line.procedure(), modifiers, line.charge(), line.units());
          });
    }
  }

  BigDecimal charge() {
    return lines.stream().map(ServiceLine::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Payer payer() {
    return member.payer();
  }

  /** The day of the ordinary remittance. */
  LocalDate remitted() {
    return visit.episode.practice.calendar.remittedOn(submitted);
  }

  /** The payer denies every line with CO, on the ordinary day. */
  Claim denied(String reason, String... remarks) {
    return denied(-1, "CO", reason, null, remarks);
  }

  Claim denied(int line, String group, String reason, String notice, String... remarks) {
    rulings.add(new Ruling(remitted(), line, group, reason, List.of(remarks), notice));
    return this;
  }

  /** The days on which the payer sends a remittance for it; none for a rejected claim. */
  List<LocalDate> remittances() {
    if (rejection != null) {
      return List.of();
    }
    return rulings.isEmpty() ? List.of(remitted()) : rulings.stream().map(Ruling::on).toList();
  }
}
