package io.headwater.gateway.why;

import static io.headwater.gateway.why.SyntheticPayer.answer;
import static io.headwater.gateway.why.SyntheticPayer.file;
import static io.headwater.gateway.why.SyntheticPayer.reversal;
import static io.headwater.gateway.why.SyntheticPayer.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.gateway.upstream.Fact;
import io.headwater.gateway.why.SyntheticPayer.Paid;
import io.headwater.gateway.why.SyntheticPayer.Service;
import io.headwater.gateway.why.SyntheticPayer.Visit;
import io.headwater.rootcause.Diagnosis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds of every remittance, whatever was billed and whatever the payer made of it. */
class RemittancePropertiesTest {

  private static final LocalDate PAID_ON = LocalDate.parse("2026-04-01");
  private static final Instant FIRST = Instant.parse("2026-04-02T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-06-01T09:00:00Z");

  @Provide
  Arbitrary<List<Visit>> visits() {
    return Practices.visits();
  }

  @Provide
  Arbitrary<Visit> visit() {
    return Practices.visit();
  }

  @Provide
  Arbitrary<Place> places() {
    return Arbitraries.of(Place.values());
  }

  @Property(tries = 200)
  void whatAPayerPaysBalances(
      @ForAll("visits") List<Visit> visits, @ForAll @LongRange(min = 0, max = 900) long withheld) {
    var facts = KeptFacts.billed(visits);

    facts.receive(file(1, "", List.of(payment(visits, withheld))), FIRST);

    assertThat(facts.payments())
        .hasSize(visits.size() + 1)
        .allSatisfy(
            fact -> {
              assertThat(fact.record().path("balanced").asBoolean()).isTrue();
              assertThat(fact.record().path("failing")).isEmpty();
            });
  }

  /** Where a cent is put wrong, and the equation that then does not hold. */
  enum Place {
    PAYMENT("BPR", 2, "payment: BPR02 = sum of CLP04 - sum of PLB"),
    CLAIM_CHARGE("CLP", 3, "CLP03 - CAS = CLP04"),
    CLAIM_PAID("CLP", 4, "CLP03 - CAS = CLP04"),
    PATIENT("CLP", 5, "CLP05 = CAS PR"),
    LINE_CHARGE("SVC", 2, "SVC02 - CAS = SVC03"),
    LINE_PAID("SVC", 3, "SVC02 - CAS = SVC03");

    private final String segment;
    private final int element;
    private final String equation;

    Place(String segment, int element, String equation) {
      this.segment = segment;
      this.element = element;
      this.equation = equation;
    }

    /** The transaction with a cent too much at the first such place. */
    List<String> spoil(List<String> transaction) {
      var spoilt = new ArrayList<>(transaction);
      for (int i = 0; i < spoilt.size(); i++) {
        var elements = spoilt.get(i).split("\\*", -1);
        if (elements[0].equals(segment)) {
          elements[element] =
              new BigDecimal(elements[element]).add(new BigDecimal("0.01")).toPlainString();
          spoilt.set(i, String.join("*", elements));
          return spoilt;
        }
      }
      throw new IllegalArgumentException(segment);
    }
  }

  @Property(tries = 200)
  void oneCentIsFoundAndItsEquationNamed(
      @ForAll("visits") List<Visit> visits, @ForAll("places") Place place) {
    var facts = KeptFacts.billed(visits);

    facts.receive(file(1, "", List.of(place.spoil(payment(visits, 0)))), FIRST);

    assertThat(facts.payments())
        .filteredOn(fact -> !fact.record().path("balanced").asBoolean())
        .isNotEmpty()
        .anySatisfy(
            fact ->
                assertThat(fact.record().path("failing"))
                    .extracting(JsonNode::asText)
                    .anySatisfy(equation -> assertThat(equation).contains(place.equation)));
    assertThat(facts.answer(visits.getFirst().number(), LATER).completeness().missing())
        .extracting(Diagnosis.Missing::reason)
        .contains("Remittance TR1 does not balance.");
  }

  @Property(tries = 100)
  void theSamePaymentIsPostedOnceHoweverOftenAndInHoweverManyFilesItComes(
      @ForAll("visits") List<Visit> visits,
      @ForAll @LongRange(min = 0, max = 900) long withheld,
      @ForAll Random random) {
    var once = KeptFacts.billed(visits);
    once.receive(file(1, "", List.of(payment(visits, withheld))), FIRST);
    var claimPayments = claimPayments(once);

    var twice = KeptFacts.billed(visits);
    twice.receive(file(1, "", List.of(payment(visits, withheld))), FIRST);
    twice.receive(file(77, "\r\n", List.of(payment(visits, withheld))), FIRST.plusSeconds(86_400));
    assertThat(twice.payments()).isEqualTo(once.payments());

    var split = KeptFacts.billed(visits);
    var files = split(visits, withheld);
    Collections.shuffle(files, random);
    for (int i = 0; i < files.size(); i++) {
      split.receive(files.get(i), FIRST.plusSeconds(60L * i));
    }
    assertThat(claimPayments(split)).isEqualTo(claimPayments);

    for (var visit : visits) {
      var expected = once.answer(visit.number(), LATER);
      for (var copy : List.of(twice, split)) {
        var answer = copy.answer(visit.number(), LATER);
        assertThat(answer.lines()).isEqualTo(expected.lines());
        assertThat(answer.verdict()).isEqualTo(expected.verdict());
        assertThat(answer.completeness()).isEqualTo(expected.completeness());
      }
    }
  }

  @Property(tries = 100)
  void anOriginalItsReversalAndTheCorrectionAreTheCorrection(
      @ForAll("visit") Visit visit, @ForAll Random random) {
    var corrected = visit.deciding(otherwise(visit.services(), random));
    var correction = List.of(reversal(visit), answer(corrected));

    var all = KeptFacts.billed(List.of(visit));
    all.receive(
        file(1, "", List.of(transaction("TR1", PAID_ON, List.of(answer(visit)), 0))), FIRST);
    all.receive(
        file(2, "", List.of(transaction("TR2", PAID_ON.plusDays(30), correction, 0))),
        FIRST.plusSeconds(2_592_000));
    var alone = KeptFacts.billed(List.of(visit));
    alone.receive(
        file(
            3,
            "",
            List.of(transaction("TR2", PAID_ON.plusDays(30), List.of(answer(corrected)), 0))),
        FIRST.plusSeconds(2_592_000));

    assertThat(all.answer(visit.number(), LATER).lines())
        .isEqualTo(alone.answer(visit.number(), LATER).lines());
  }

  @Property(tries = 100)
  void linesThatAreAnsweredOneByOneStandTogether(@ForAll("visit") Visit visit) {
    var whole = visit.deciding(visit.services(), visit.payerNumber(), 0);
    var parts = new ArrayList<Paid>();
    for (var service : visit.services()) {
      parts.add(answer(visit.deciding(List.of(service), visit.payerNumber() + parts.size(), 0)));
    }

    var together = KeptFacts.billed(List.of(visit));
    together.receive(
        file(1, "", List.of(transaction("TR1", PAID_ON, List.of(answer(whole)), 0))), FIRST);
    var oneByOne = KeptFacts.billed(List.of(visit));
    oneByOne.receive(file(1, "", List.of(transaction("TR1", PAID_ON, parts, 0))), FIRST);

    var expected = together.answer(visit.number(), LATER);
    assertThat(oneByOne.answer(visit.number(), LATER).lines()).isEqualTo(expected.lines());
    assertThat(oneByOne.answer(visit.number(), LATER).verdict()).isEqualTo(expected.verdict());
  }

  @Property(tries = 100)
  void aMangledNumberIsMatchedToItsClaimOrWaitsForAPerson(
      @ForAll("visits") List<Visit> visits, @ForAll("manglers") Mangler mangler) {
    var visit = visits.getFirst();
    var sent = visit.number();
    var facts = KeptFacts.billed(visits);
    var mangled =
        new Visit(
            mangler.mangle(sent),
            visit.payerNumber(),
            visit.member(),
            visit.day(),
            visit.services(),
            visit.keptBack());

    facts.receive(
        file(1, "", List.of(transaction("TR1", PAID_ON, List.of(answer(mangled)), 0))), FIRST);

    var straight = KeptFacts.billed(visits);
    straight.receive(
        file(1, "", List.of(transaction("TR1", PAID_ON, List.of(answer(visit)), 0))), FIRST);
    assertThat(facts.answer(sent, LATER).lines()).isEqualTo(straight.answer(sent, LATER).lines());
    assertThat(facts.answer(sent, LATER).verdict())
        .isEqualTo(straight.answer(sent, LATER).verdict());
  }

  /** What payers do to numbers. */
  enum Mangler {
    WITHOUT_DASHES,
    LOWER_CASE,
    WITH_ZEROS,
    THEIR_OWN;

    String mangle(String number) {
      return switch (this) {
        case WITHOUT_DASHES -> number.replace("-", "");
        case LOWER_CASE -> number.toLowerCase(java.util.Locale.ROOT);
        case WITH_ZEROS -> "000" + number.replace("-", "");
        case THEIR_OWN -> "2026091X55";
      };
    }
  }

  @Provide
  Arbitrary<Mangler> manglers() {
    return Arbitraries.of(Mangler.values());
  }

  private static List<String> payment(List<Visit> visits, long withheld) {
    return transaction(
        "TR1", PAID_ON, visits.stream().map(SyntheticPayer::answer).toList(), withheld);
  }

  /** A file for each claim; each repeats the head of the whole payment, one has the PLB. */
  private static List<String> split(List<Visit> visits, long withheld) {
    var answers = visits.stream().map(SyntheticPayer::answer).toList();
    long total = answers.stream().mapToLong(Paid::amount).sum() - withheld;
    var files = new ArrayList<String>();
    for (int i = 0; i < answers.size(); i++) {
      var part = transaction("TR1", PAID_ON, List.of(answers.get(i)), i == 0 ? withheld : 0, total);
      files.add(file(100 + i, "\n", List.of(part)));
    }
    return files;
  }

  private static List<JsonNode> claimPayments(KeptFacts facts) {
    return facts.payments().stream()
        .filter(fact -> fact.kind().equals("claim-payment"))
        .map(Fact::record)
        .sorted(java.util.Comparator.comparing(r -> r.path("claimPaymentId").asText()))
        .toList();
  }

  /** Some services that were denied are paid now, and the other way about. */
  private static List<Service> otherwise(List<Service> services, Random random) {
    return services.stream()
        .map(
            s ->
                new Service(
                    s.code(),
                    s.modifier(),
                    s.charge(),
                    s.allowed(),
                    s.share(),
                    random.nextBoolean()))
        .toList();
  }
}
