package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.Adjudication;
import io.headwater.rootcause.Adjudication.Decision;
import io.headwater.rootcause.Diagnosis;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.PayerDefect;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.WhyDenied;
import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import io.headwater.vocabulary.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The claims of all denial stories, judged before any payer has: what the model decides balances,
 * and the diagnosis of its decision names the rule by which it was decided.
 */
class AdjudicationPacksTest {

  private static final List<Path> ROOTS =
      List.of(Path.of("src/test/resources/packs"), Path.of("../journeys/src/test/resources/cases"));

  private static List<Story> stories;

  /** A story whose claim was never judged before. */
  private record Story(String name, Dossier dossier, Recorded<Claim> sent) {
    Adjudication judged(PayerDefect... defects) {
      var chosen = EnumSet.noneOf(PayerDefect.class);
      chosen.addAll(List.of(defects));
      return Adjudication.of(dossier, sent.version(), chosen);
    }

    /** Whether it replaces a claim that was not finalised when it was sent: a defect of its own. */
    boolean tooEarly() {
      return "7".equals(sent.fact().frequency())
          && dossier.claimPayments().stream()
              .anyMatch(
                  p ->
                      p.fact().paymentDate() != null
                          && sent.fact().submittedOn() != null
                          && p.fact().paymentDate().isAfter(sent.fact().submittedOn()));
    }

    boolean turnedAway() {
      return Adjudication.frontDoor(dossier, sent.version(), LocalDate.of(2030, 1, 1)).isPresent();
    }
  }

  @BeforeAll
  static void read() throws IOException {
    stories = new ArrayList<>();
    for (var root : ROOTS) {
      try (Stream<Path> folders = Files.list(root)) {
        for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
          var dossier = Pack.read(folder).undecided();
          dossier.claims().stream()
              .filter(c -> c.fact().controlNumber().equals(dossier.controlNumber()))
              .max(Comparator.comparing(Recorded::version))
              .map(sent -> new Story(folder.getFileName().toString(), dossier, sent))
              .filter(story -> !story.turnedAway())
              .ifPresent(stories::add);
        }
      }
    }
    assertThat(stories).hasSizeGreaterThan(180);
  }

  @Test
  void everyDecisionBalancesLineByLine() {
    for (var story : stories) {
      for (var defect : PayerDefect.values()) {
        for (var line : story.judged(defect).lines()) {
          var taken =
              line.adjustments().stream()
                  .map(a -> a.amount())
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(line.charge().subtract(taken))
              .as(story.name() + " line " + line.number())
              .isEqualByComparingTo(line.paid());
          assertThat(line.paid()).isNotNegative();
          assertThat(line.adjustments()).allMatch(a -> a.amount().signum() > 0);
        }
      }
    }
  }

  @Test
  void whatIsDeniedIsExplainedByTheRuleThatWasBroken() {
    var unexplained = new TreeSet<String>();
    for (var story : stories) {
      var decided = story.judged();
      var why = diagnosed(story, decided);
      for (var line : decided.lines()) {
        if (line.denied() && !explains(why, line.cause())) {
          unexplained.add(story.name() + ": " + line.cause() + " as " + roots(why));
        }
      }
    }
    assertThat(unexplained).isEmpty();
  }

  @Test
  void whatPaysIsNoDenial() {
    for (var story : stories) {
      var decided = story.judged();
      if (decided.lines().stream().noneMatch(Decision::denied)) {
        assertThat(diagnosed(story, decided).verdict())
            .as(story.name())
            .isIn(Verdict.PAID, Verdict.NOT_A_DENIAL);
      }
    }
  }

  @Test
  void anImpreciseCodeHidesNoRootAndIsNoted() {
    var unseen = new TreeSet<String>();
    for (var story : stories) {
      var vague = story.judged(PayerDefect.IMPRECISE_CODES);
      if (vague.lines().stream().noneMatch(d -> d.defect() == PayerDefect.IMPRECISE_CODES)) {
        continue;
      }
      var expected = roots(diagnosed(story, story.judged()));
      var why = diagnosed(story, vague);
      if (!roots(why).equals(expected)) {
        unseen.add(story.name() + ": " + expected + " as " + roots(why));
      } else if (!has(why, Cause.PAYER_CODE_IMPRECISE, Role.NOTE)) {
        unseen.add(story.name() + ": " + expected + " without a note");
      }
    }
    assertThat(unseen).isEmpty();
  }

  @Test
  void aLostAuthorizationIsThePayersError() {
    int lost = 0;
    for (var story : stories) {
      var decided = story.judged(PayerDefect.LOSES_AUTHORIZATION);
      if (!story.tooEarly()
          && decided.lines().stream()
              .allMatch(d -> d.defect() == PayerDefect.LOSES_AUTHORIZATION)) {
        lost++;
        assertThat(roots(diagnosed(story, decided)))
            .as(story.name())
            .containsExactly(Cause.PAYER_PROCESSING_ERROR);
      }
    }
    assertThat(lost).isPositive();
  }

  @Test
  void anOldScheduleIsAnUnderpayment() {
    int stale = 0;
    for (var story : stories) {
      var decided = story.judged(PayerDefect.OLD_FEE_SCHEDULE);
      var right = story.judged();
      if (decided.lines().stream().noneMatch(Decision::denied)
          && right.paid().subtract(decided.paid()).compareTo(new BigDecimal("3")) > 0) {
        stale++;
        var why = diagnosed(story, decided);
        assertThat(why.verdict()).as(story.name()).isEqualTo(Verdict.UNDERPAID);
        assertThat(roots(why)).containsExactly(Cause.PAYER_FEE_SCHEDULE_STALE);
      }
    }
    assertThat(stale).isPositive();
  }

  /** Whether the rule is the root or stands in the chain of one. */
  private static boolean explains(Diagnosis why, Cause cause) {
    return !roots(why).contains(Cause.PAYER_PROCESSING_ERROR)
        && why.causes().stream().anyMatch(f -> f.code() == cause && f.role() != Role.NOTE);
  }

  private static boolean has(Diagnosis why, Cause cause, Role role) {
    return why.causes().stream().anyMatch(f -> f.code() == cause && f.role() == role);
  }

  private static Set<Cause> roots(Diagnosis why) {
    return why.causes().stream()
        .filter(f -> f.role() == Role.ROOT)
        .map(Diagnosis.Finding::code)
        .collect(Collectors.toSet());
  }

  /** The diagnosis once the decision has come as a remittance. */
  private static Diagnosis diagnosed(Story story, Adjudication decided) {
    var d = story.dossier();
    var claim = story.sent().fact();
    var at = d.knownAt().plus(Duration.ofSeconds(1));
    var lines = new ArrayList<PaymentLine>();
    for (int i = 0; i < decided.lines().size(); i++) {
      var line = decided.lines().get(i);
      lines.add(
          new PaymentLine(
              i + 1,
              line.procedure(),
              line.modifiers(),
              null,
              line.charge(),
              line.paid(),
              line.units(),
              line.serviceDate(),
              claim.lines().get(i).lineControl(),
              line.adjustments().stream()
                  .map(a -> new CasAdjustment(a.group(), a.reason(), a.amount(), null))
                  .toList(),
              line.remarks(),
              line.denied() ? null : line.allowed()));
    }
    var payment =
        new ClaimPayment(
            "CP-1",
            "RM-1",
            "T-1",
            LocalDate.ofInstant(at, java.time.ZoneOffset.UTC),
            claim.payerId(),
            claim.controlNumber(),
            decided.denied() ? "4" : "1",
            decided.charge(),
            decided.paid(),
            decided.patientShare(),
            "ICN-1",
            "12",
            claim.placeOfService(),
            claim.frequency(),
            claim.memberId(),
            null,
            null,
            null,
            null,
            null,
            claim.renderingNpi(),
            null,
            null,
            List.of(),
            List.of(),
            lines,
            true,
            List.of(),
            null);
    var payments = new ArrayList<>(d.claimPayments());
    payments.add(new Recorded<>(Owner.PAYMENTS, "claim-payment", "CP-1", 1, at, payment));
    return WhyDenied.diagnose(
        new Dossier(
            d.controlNumber(),
            at,
            d.unavailable(),
            d.practiceProfiles(),
            d.payers(),
            d.locations(),
            d.providers(),
            d.patients(),
            d.coverages(),
            d.eligibilityChecks(),
            d.coverageNotices(),
            d.scheduleEvents(),
            d.enrollments(),
            d.groupLinkages(),
            d.supervisions(),
            d.authorizations(),
            d.encounters(),
            d.claims(),
            d.acknowledgments(),
            d.workEvents(),
            d.policies(),
            d.remittances(),
            payments,
            d.feeSchedules(),
            d.patientPayments(),
            d.outcomes(),
            d.learned()));
  }
}
