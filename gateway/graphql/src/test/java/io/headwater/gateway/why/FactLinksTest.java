package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.upstream.Fact;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two patients asked about together; what is one's is never laid before the other. */
class FactLinksTest {

  private final Fact claim = fact("claim", "C1", "{'controlNumber':'C1','memberId':'M1'}");
  private final Fact coverage = fact("coverage", "CV1", "{'patientId':'P1','memberId':'M1'}");
  private final Fact visit = fact("encounter", "E1", "{'patientId':'P1','controlNumber':'C2'}");
  private final Fact sibling = fact("claim", "C2", "{'controlNumber':'C2','patientId':'P1'}");
  private final Fact payment =
      fact("claim-payment", "X1", "{'controlNumber':'C2','patientId':'M1'}");
  private final Fact receipt = fact("acknowledgment", "A1", "{'controlNumber':'C2'}");
  private final Fact batch = fact("acknowledgment", "A9", "{'group':'1'}");
  private final Fact payer = fact("payer", "NSH01", "{'payerId':'NSH01'}");
  private final Fact other = fact("claim", "D1", "{'controlNumber':'D1','memberId':'M9'}");
  private final Fact others = fact("coverage", "CV9", "{'patientId':'P9','memberId':'M9'}");
  private final Fact otherReceipt = fact("acknowledgment", "A2", "{'controlNumber':'D1'}");

  private final List<Fact> facts =
      List.of(
          claim,
          coverage,
          visit,
          sibling,
          payment,
          receipt,
          batch,
          payer,
          other,
          others,
          otherReceipt);
  private final FactLinks links = new FactLinks(facts);

  @Test
  void aPatientIsFoundByEveryIdThatTheFactsLeadTo() {
    assertThat(at(links.concerning("C1")))
        .containsExactly(claim, coverage, visit, sibling, payment, receipt);
  }

  @Test
  void whatBelongsToNobodyBearsOnAll() {
    assertThat(at(links.concerning("D1"))).containsExactly(other, others, otherReceipt);
    assertThat(at(links.unlinked())).containsExactly(batch, payer);
  }

  private List<Fact> at(BitSet places) {
    return places.stream().mapToObj(facts::get).toList();
  }

  private static Fact fact(String kind, String id, String record) {
    try {
      return new Fact(
          kind, id, 1, Instant.EPOCH, new ObjectMapper().readTree(record.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
