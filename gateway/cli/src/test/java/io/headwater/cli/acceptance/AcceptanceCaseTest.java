package io.headwater.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headwater.cli.client.GatewayProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceCaseTest {
  @TempDir Path folder;

  @BeforeEach
  void tellACase() throws Exception {
    Files.writeString(
        folder.resolve("case.yaml"),
        """
        id: T1
        title: "a title: with a colon"
        story: >
          For people.
        controlNumber: CLM-1
        feed:
          - { file: 01.ndjson }
          - { file: 02.x12, recordedAt: 2026-03-13T17:00:00Z }
        questions:
          - knownAt: 2026-03-20T00:00:00Z
            outage: [AUTHORIZATIONS]
            expect: { verdict: PENDING, cites: { CRED.LICENSE_LAPSED: [1900000120] } }
          - expect: { verdict: DENIED, money: { denied: 185.00 } }
        """);
    Files.writeString(
        folder.resolve("01.ndjson"),
        """
        {"kind": "payer", "recordedAt": "2024-01-15T15:00:00Z", "record": {}}
        {"kind": "payer", "recordedAt": "2026-04-01T00:00:00Z", "record": {}}
        """);
  }

  @Test
  void aCaseIsReadWhole() {
    AcceptanceCase told = AcceptanceCase.read(folder);

    assertThat(told.feed()).hasSize(2);
    assertThat(told.feed().get(1).recordedAt()).isEqualTo("2026-03-13T17:00:00Z");
    assertThat(told.questions().getFirst().outage()).containsExactly("AUTHORIZATIONS");
    assertThat(told.questions().getFirst().expect().cites())
        .containsEntry("CRED.LICENSE_LAPSED", List.of("1900000120"));
    assertThat(told.questions().get(1).expect().money().denied()).isEqualByComparingTo("185");
  }

  @Test
  void nowIsTheLatestInstantOfTheFeedWhereNoneIsGiven() {
    AcceptanceCase told = AcceptanceCase.read(folder);

    assertThat(CaseRun.latestInstant(folder, told.feed()))
        .contains(Instant.parse("2026-04-01T00:00:00Z"));
  }

  @Test
  void anExpectationThatNobodyChecksIsAnError() throws Exception {
    Files.writeString(
        folder.resolve("case.yaml"), "id: T2\nquestions: [{ expect: { verdikt: DENIED } }]\n");

    assertThatThrownBy(() -> AcceptanceCase.read(folder))
        .isInstanceOf(GatewayProblem.class)
        .hasMessageContaining("verdikt");
  }

  @Test
  void aFolderOfCasesMeansEachOfThem() {
    assertThat(AcceptanceCase.folders(List.of(folder))).containsExactly(folder);
    assertThat(AcceptanceCase.folders(List.of(folder.getParent()))).contains(folder);
  }
}
