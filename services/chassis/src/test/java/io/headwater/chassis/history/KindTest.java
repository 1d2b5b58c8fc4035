package io.headwater.chassis.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headwater.chassis.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KindTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aKeyReadsTextsListsAndNumbersAndPassesOverWhatIsAbsent() throws Exception {
    var key = Key.from("npi", "npi", "fromNpi", "all");

    assertThat(key.values().apply(json("{'npi':'1','fromNpi':2,'all':['3','4',null,'']}")))
        .containsExactly("1", "2", "3", "4");
    assertThat(key.values().apply(json("{'npi':null}"))).isEmpty();
  }

  @Test
  void whatWasSentIsFoundByItsSetItsGroupAndItsInterchange() throws Exception {
    var key = Key.transmission(record -> record.path("transmission"));

    assertThat(
            key.values()
                .apply(
                    json(
                        "{'transmission':{'interchange':'000000077','group':'77','transaction':'0001',"
                            + "'batch':'B-1'}}")))
        .containsExactly("77/1", "77", "ISA 77", "BHT B-1");
    assertThat(key.values().apply(json("{'transmission':{'group':'0'}}"))).containsExactly("0");
    assertThat(key.values().apply(json("{}"))).isEmpty();
  }

  @Test
  void anAcknowledgmentSpeaksOfTheNarrowestThingItNames() throws Exception {
    var key = Key.acknowledged();

    assertThat(key.values().apply(json("{'group':'077','transaction':'0001'}")))
        .containsExactly("77/1");
    assertThat(key.values().apply(json("{'group':'77','functionalId':'HC'}")))
        .containsExactly("77");
    assertThat(key.values().apply(json("{'interchange':'000000077'}"))).containsExactly("ISA 77");
    assertThat(key.values().apply(json("{'batch':'B-1'}"))).containsExactly("BHT B-1");
    assertThat(key.values().apply(json("{'group':'77','functionalId':'HS'}"))).isEmpty();
    assertThat(key.values().apply(json("{'controlNumber':'CLM-1'}"))).isEmpty();
  }

  @Test
  void aPolicyIsKnownByIdAndItsOwnVersion() throws Exception {
    var kind = Kind.of("payer-policy", "policyId", Key.of("payerId")).byVersion();

    var stored = kind.storedId(json("{'policyId':'P@1','version':3}"));

    assertThat(stored).isEqualTo("P@1@3");
    assertThat(kind.publicId(stored)).isEqualTo("P@1");
    assertThat(kind.publicVersion(stored, 7)).isEqualTo(3);
  }

  @Test
  void theSameRecordAtAnotherInstantIsAnotherFact() throws Exception {
    var kind = Kind.ofPatients("patient", "patientId", Key.of("patientId"));
    var record = json("{'patientId':'P1'}");

    var fact = NewFact.of(kind, "P1", NOON, record, record.toString());

    assertThat(fact.hash())
        .isEqualTo(NewFact.of(kind, "P1", NOON, record, record.toString()).hash());
    assertThat(fact.hash())
        .isNotEqualTo(
            NewFact.of(kind, "P1", NOON.plusSeconds(1), record, record.toString()).hash());
    assertThat(fact.keys()).isEqualTo("patientId=P1");
    assertThat(fact).hasToString("patient P1");
  }

  @Test
  void aKindThatIsKeptOnceKnowsARecordAgainWheneverItComes() throws Exception {
    var kind = Kind.ofPatients("claim-payment", "claimPaymentId").keptOnce();
    var paid = json("{'claimPaymentId':'CP-1','paid':'80.00'}");
    var other = json("{'claimPaymentId':'CP-1','paid':'70.00'}");

    var fact = NewFact.of(kind, "CP-1", NOON, paid, paid.toString());

    assertThat(NewFact.of(kind, "CP-1", NOON.plusSeconds(1), paid, paid.toString()).hash())
        .isEqualTo(fact.hash());
    assertThat(NewFact.of(kind, "CP-1", NOON, other, other.toString()).hash())
        .isNotEqualTo(fact.hash());
  }

  @Test
  void aKindOfAnotherServiceIsRefused() {
    var kinds = FactKinds.of(Kind.of("payer", "payerId"));

    assertThatThrownBy(() -> kinds.named("claim"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("claim");
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
  }
}
