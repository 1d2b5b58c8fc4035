package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headwater.rootcause.Diagnosis;
import io.headwater.rootcause.Neighbours;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Owner;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What else of a practice the root of a denial touches, and what idle days cost in all. */
class ReachTest {

  private static final Path CASES = Path.of("../journeys/src/test/resources/cases");
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final List<Claim> claims = new ArrayList<>();
  private final List<ClaimPayment> payments = new ArrayList<>();
  private final List<ScheduleEvent> visits = new ArrayList<>();
  private final List<Coverage> coverages = new ArrayList<>();

  @Test
  void aCarveOutTouchesTheWholeEmployerGroupFromTheDayItMoved() throws IOException {
    for (int n = 0; n < 14; n++) {
      member(n, "G-55120");
      claim("CLM-" + n, "NSH01", "NSH-" + n, LocalDate.of(2026, 4, 1).plusDays(n));
    }
    member(20, "G-1");
    claim("another group", "NSH01", "NSH-20", LocalDate.of(2026, 4, 9));
    claim("another payer", "SUM55", "NSH-1", LocalDate.of(2026, 4, 20));
    claim("before the move", "NSH01", "NSH-2", LocalDate.of(2026, 3, 31));
    claim("paid", "NSH01", "NSH-3", LocalDate.of(2026, 4, 21));
    pays("paid", "79.00");
    claim("the same visit again", "NSH01", "NSH-4", LocalDate.of(2026, 4, 5));
    visit("V-1", "PT-5", "BOOKED", LocalDate.of(2026, 5, 4), null);
    visit("V-2", "PT-6", "BOOKED", LocalDate.of(2026, 5, 5), null);
    visit("V-3", "PT-6", "CANCELLED", LocalDate.of(2026, 5, 5), null);
    visit("V-4", "PT-20", "BOOKED", LocalDate.of(2026, 5, 6), null);

    var answer = answer("S2-carveout", "2026-05-01T00:00:00Z");

    assertThat(answer.blastRadius())
        .isEqualTo(new Diagnosis.BlastRadius(14, 1, new BigDecimal("1414.00")));
  }

  @Test
  void anUnansweredEnrollmentTouchesEveryVisitOfTheClinicianWithThePayer() throws IOException {
    var answer = answer("S3-idle-packet", "2026-05-01T00:00:00Z");

    assertThat(answer.blastRadius().openClaims()).isEqualTo(22);
    assertThat(answer.blastRadius().amount()).isEqualByComparingTo("2288.00");
  }

  @Test
  void idleDaysAreAttributedToTheVisitsTheyCost() throws IOException {
    var idle = answer("S3-idle-packet", "2026-05-01T00:00:00Z").idle().getFirst();

    assertThat(idle.owner()).isEqualTo(Fault.INTERNAL);
    assertThat(idle.days()).isEqualTo(47);
    assertThat(idle.rescues()).isTrue();
    assertThat(idle.fleet())
        .isEqualTo(
            new Diagnosis.Rescued(17, new BigDecimal("1768.00"), 6, new BigDecimal("624.00")));
    assertThat(idle.summary())
        .contains("47 days, with the practice", "2026-03-12, in time", "17 (1768.00)");
  }

  @Test
  void whileThePayerDecidesNobodyKnowsWhatTheDaysCost() throws IOException {
    assertThat(answer("S3-idle-packet", "2026-04-18T00:00:00Z").idle())
        .extracting(Diagnosis.Idle::rescues)
        .containsOnlyNulls();
  }

  @Test
  void aWrongSetUpTouchesWhatIsBilledInTheSameShape() throws IOException {
    for (int n = 0; n < 31; n++) {
      supervised("CLM-" + n, "CMA-" + n, "101Y00000X", LocalDate.of(2026, 1, 6).plusDays(n));
    }
    supervised("right taxonomy", "CMA-40", "101YP2500X", LocalDate.of(2026, 2, 1));
    supervised("before the rule", "CMA-41", "101Y00000X", LocalDate.of(2025, 12, 30));

    var answer = answer("S5-supervision-taxonomy", "2026-03-20T00:00:00Z");

    assertThat(answer.blastRadius().openClaims()).isEqualTo(31);
    assertThat(answer.blastRadius().amount()).isEqualByComparingTo("3038.00");
  }

  @Test
  void aServiceThatWouldKnowAndIsAwayLeavesTheReachUnknown() throws IOException {
    var pack = Pack.read(CASES.resolve("S1-auth-scope"));

    assertThat(pack.answer(pack.latest(), Set.of(Owner.ELIGIBILITY)).blastRadius()).isNull();
  }

  private Diagnosis answer(String name, String knownAt) throws IOException {
    return Pack.read(CASES.resolve(name))
        .answer(Instant.parse(knownAt), new Neighbours(claims, payments, visits, coverages));
  }

  private void member(int n, String group) {
    coverages.add(
        read(
            Coverage.class,
            "{'coverageId':'CV-%d','patientId':'PT-%d','memberId':'NSH-%d','groupNumber':'%s'}"
                .formatted(n, n, n, group)));
  }

  private void claim(String number, String payer, String member, LocalDate day) {
    claims.add(
        read(
            Claim.class,
            """
            {'controlNumber':'%s','payerId':'%s','memberId':'%s','renderingNpi':'1900000112',
             'lines':[{'number':1,'procedure':'90834','charge':140.00,'units':1,'serviceDate':'%s'}]}\
            """
                .formatted(number, payer, member, day)));
  }

  private void supervised(String number, String member, String taxonomy, LocalDate day) {
    claims.add(
        read(
            Claim.class,
            """
            {'controlNumber':'%s','payerId':'CMA20','memberId':'%s','renderingNpi':'1900000120',
             'renderingTaxonomy':'%s',
             'lines':[{'number':1,'procedure':'90837','charge':185.00,'units':1,'serviceDate':'%s'}]}\
            """
                .formatted(number, member, taxonomy, day)));
  }

  private void pays(String number, String amount) {
    payments.add(
        read(
            ClaimPayment.class,
            "{'controlNumber':'%s','paid':%s,'patientResponsibility':25.00}"
                .formatted(number, amount)));
  }

  private void visit(String id, String patient, String type, LocalDate day, String npi) {
    visits.add(
        new ScheduleEvent(
            id,
            patient,
            Instant.parse("2026-04-0" + id.charAt(2) + "T10:00:00Z"),
            type,
            day,
            npi,
            null,
            null,
            null,
            "90834"));
  }

  private static <T> T read(Class<T> type, String json) {
    try {
      return JSON.readValue(json.replace('\'', '"'), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
