package io.headwater.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationCheckTest {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());

  /** Two joint roots, one note, one refuted and one untestable cause, two counterfactuals. */
  private static final String ANSWER =
      """
      verdict: DENIED
      lines: [{ number: 1, denied: "185.00" }, { number: 2, denied: 0 }]
      causes:
        - { code: AUTH.SCOPE_PROVIDER, role: ROOT, fault: INTERNAL, evidence: [{ record: AU-501 }] }
        - { code: AUTH.SCOPE_CPT, role: ROOT, fault: INTERNAL, evidence: [{ record: AU-501 }] }
        - { code: PAYER.CODE_IMPRECISE, role: NOTE, fault: EXTERNAL, evidence: [] }
      refuted: [{ code: AUTH.ABSENT }]
      untestable: [{ code: DOC.NOTE_LATE }]
      counterfactuals:
        - { changes: [{ fact: claim.renderingNpi }], outcome: FORBIDDEN }
        - { changes: [{ fact: authorization.procedures }, { fact: authorization.servicingProviders }], outcome: PAYS }
      action: { type: AMEND_AUTHORIZATION, deadline: 2026-04-10, steps: [AMEND_AUTHORIZATION, CORRECT_AND_REPLACE], recoverable: "113.00" }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          verdict: DENIED
          root: [AUTH.SCOPE_CPT, AUTH.SCOPE_PROVIDER]
          roles: { PAYER.CODE_IMPRECISE: NOTE }
          faults: { AUTH.SCOPE_CPT: INTERNAL }
          refuted: [AUTH.ABSENT]
          untestable: [DOC.NOTE_LATE]
          untestable: []
          notCauses: [PAYER.CODE_IMPRECISE, CRED.NOT_ENROLLED]
          cites: { AUTH.SCOPE_CPT: [AU-501] }
          action: { type: AMEND_AUTHORIZATION, deadline: 2026-04-10, stepsInclude: [CORRECT_AND_REPLACE] }
          action: { typeIn: [APPEAL, AMEND_AUTHORIZATION] }
          counterfactuals: [{ fact: claim.renderingNpi, outcome: FORBIDDEN }]
          counterfactuals: [{ fact: authorization.procedures, outcome: PAYS }]
          counterfactuals: [{ facts: [authorization.servicingProviders, authorization.procedures], outcome: PAYS }]
          lines: { "1": { denied: 185 }, "2": { denied: 0.00 } }
          money: { denied: 185.00, recoverable: 118.50 }
          """)
  void whatTheAnswerHoldsPasses(String expectation) throws Exception {
    assertThat(mismatches(expectation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          verdict: PAID | verdict: expected PAID, came DENIED
          root: [AUTH.SCOPE_CPT] | root: expected [AUTH.SCOPE_CPT], came [AUTH.SCOPE_CPT, AUTH.SCOPE_PROVIDER]
          root: [] | root: expected [], came [AUTH.SCOPE_CPT, AUTH.SCOPE_PROVIDER]
          roles: { SCHED.THERAPIST_CHANGE: ORIGIN } | role of SCHED.THERAPIST_CHANGE: expected ORIGIN, came no such cause
          faults: { AUTH.SCOPE_CPT: EXTERNAL } | fault of AUTH.SCOPE_CPT: expected EXTERNAL, came [INTERNAL]
          refuted: [AUTH.EXPIRED] | refuted: expected [AUTH.EXPIRED] as well, came [AUTH.ABSENT]
          untestable: [AUTH.ABSENT] | untestable: expected [AUTH.ABSENT] as well, came [DOC.NOTE_LATE]
          notCauses: [AUTH.SCOPE_CPT] | notCauses: expected no AUTH.SCOPE_CPT, came [AUTH.SCOPE_CPT, AUTH.SCOPE_PROVIDER]
          cites: { AUTH.SCOPE_CPT: [AU-1] } | records cited for AUTH.SCOPE_CPT: expected [AU-1] as well, came [AU-501]
          action: { type: APPEAL } | action type: expected APPEAL, came AMEND_AUTHORIZATION
          action: { typeIn: [APPEAL] } | action type: expected one of [APPEAL], came AMEND_AUTHORIZATION
          action: { deadline: 2026-04-11 } | action deadline: expected 2026-04-11, came 2026-04-10
          action: { stepsInclude: [VOID] } | action steps: expected [VOID] as well, came [AMEND_AUTHORIZATION, CORRECT_AND_REPLACE]
          lines: { "1": { denied: 184 } } | line 1 denied: expected 184, came [185.00]
          lines: { "3": { denied: 0 } } | line 3 denied: expected 0, came []
          money: { denied: 370.00 } | money denied: expected 370.00, came 185.00
          money: { recoverable: 119.00 } | money recoverable: expected 119.00, came 113.00
          money: { recoverable: 0 } | money recoverable: expected 0, came 113.00
          """)
  void whatItDoesNotHoldIsToldWithWhatCame(String expectation, String mismatch) throws Exception {
    assertThat(mismatches(expectation)).containsExactly(mismatch);
  }

  @Test
  void changesOfExactlyTheseFactsAreNotMetByFewer() throws Exception {
    assertThat(
            mismatches("counterfactuals: [{ facts: [authorization.procedures], outcome: PAYS }]"))
        .hasSize(1);
    assertThat(mismatches("counterfactuals: [{ fact: claim.renderingNpi, outcome: PAYS }]"))
        .hasSize(1);
  }

  private static List<String> mismatches(String expectation) throws Exception {
    JsonNode answer = YAML.readTree(ANSWER);
    return ExpectationCheck.mismatches(YAML.readValue(expectation, Expectation.class), answer);
  }
}
