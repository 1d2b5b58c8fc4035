package io.headwater.cli.answer;

import java.util.Locale;

/** What a person says for the words of the answer; a word that is new here is said as it stands. */
final class Words {
  private Words() {}

  static String verdict(String verdict) {
    return switch (verdict) {
      case "DENIED" -> "DENIED (every line)";
      case "PARTIALLY_DENIED" -> "PARTIALLY DENIED";
      case "REJECTED" -> "REJECTED (at the front door, never adjudicated)";
      case "NOT_A_DENIAL" -> "NOT A DENIAL (the patient's share or the contract's reduction only)";
      case "UNDERPAID" -> "UNDERPAID (below the contract)";
      case "REVERSED" -> "REVERSED (taken back by the payer)";
      case "PENDING" -> "PENDING (no answer from the payer yet)";
      default -> verdict.replace('_', ' ');
    };
  }

  static String handoff(String handoff) {
    return switch (handoff) {
      case "ELIGIBILITY" -> "at the eligibility handoff";
      case "DOCUMENTATION" -> "at the clinical documentation handoff";
      case "PAYER" -> "on the payer's side";
      case "PATIENT" -> "on the patient's side";
      default -> "at the " + spoken(handoff) + " handoff";
    };
  }

  static String role(String role) {
    return switch (role) {
      case "ROOT" -> "ROOT CAUSE";
      case "ORIGIN" -> "WHERE IT BEGAN";
      case "PROXIMATE" -> "WHAT IT RAN INTO LAST";
      case "CONTRIBUTING" -> "ALSO WRONG, BUT NOT DECISIVE";
      case "NOTE" -> "NOTE";
      default -> spoken(role);
    };
  }

  static String fault(String fault) {
    return switch (fault) {
      case "INTERNAL" -> "ours to mend";
      case "EXTERNAL" -> "outside the practice";
      case "SHARED" -> "partly ours";
      case "NONE" -> "nobody's fault";
      default -> spoken(fault);
    };
  }

  static String action(String action) {
    return switch (action) {
      case "CORRECT_AND_REPLACE" ->
          "Send a corrected claim that replaces the old one (frequency 7, with the payer's control number)";
      case "NEW_CLAIM" -> "Send it as a new claim (frequency 1)";
      case "REROUTE" -> "Send it as a new claim to the right payer";
      case "VOID" -> "Void the claim";
      case "APPEAL" -> "Appeal";
      case "DISPUTE" -> "Dispute it with the payer, who erred";
      case "AMEND_AUTHORIZATION" -> "Ask the payer to amend the authorization";
      case "RETRO_AUTHORIZATION" -> "Ask for an authorization after the fact";
      case "RETRO_ENROLLMENT" -> "Ask the payer to make the enrollment effective earlier";
      case "SEND_RECORDS" -> "Send the records asked for";
      case "PATIENT_STATEMENT" -> "Send the patient a statement";
      case "PATIENT_REFUND" -> "Refund the patient";
      case "WRITE_OFF" -> "Write it off";
      case "WAIT" -> "Wait";
      case "COMPLIANCE_REVIEW" -> "Give it to compliance for review";
      default -> spoken(action);
    };
  }

  static String outcome(String outcome) {
    return switch (outcome) {
      case "PAYS" -> "would have paid";
      case "DENIES" -> "would still have denied";
      default -> spoken(outcome);
    };
  }

  /** {@code RETRO_TERM} as "retro term". */
  static String spoken(String word) {
    return word.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
