package io.headwater.cli.answer;

import java.util.Locale;

/** What a person says for the words of the answer; a word that is new here is said as it stands. */
final class Words {
  private Words() {}

  static String verdict(String verdict) {
    return switch (verdict) {
      case "DENIED" -> "denied, every line";
      case "PARTIALLY_DENIED" -> "partly denied";
      case "REJECTED" -> "rejected at the payer's front door, never adjudicated";
      case "NOT_A_DENIAL" -> "not a denial: the patient's share or the contract's reduction only";
      case "UNDERPAID" -> "paid below the contract";
      case "REVERSED" -> "taken back by the payer";
      case "PAID" -> "paid";
      case "PENDING" -> "pending, no answer from the payer yet";
      default -> spoken(verdict);
    };
  }

  static String handoff(String handoff) {
    return switch (handoff) {
      case "INTAKE" -> "intake";
      case "ELIGIBILITY" -> "the eligibility check";
      case "SCHEDULING" -> "scheduling";
      case "CREDENTIALING" -> "credentialing";
      case "AUTHORIZATION" -> "the authorization";
      case "DOCUMENTATION" -> "clinical documentation";
      case "CODING" -> "coding";
      case "BILLING" -> "billing";
      case "PAYER" -> "the payer";
      case "PATIENT" -> "the patient";
      default -> spoken(handoff);
    };
  }

  static String role(String role) {
    return switch (role) {
      case "ROOT" -> "ROOT CAUSE";
      case "ORIGIN" -> "where it began";
      case "PROXIMATE" -> "what it ran into last";
      case "CONTRIBUTING" -> "also wrong, but not decisive";
      case "NOTE" -> "note";
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
          "send a corrected claim that replaces the old one (frequency 7, with the payer's control number)";
      case "NEW_CLAIM" -> "send it as a new claim (frequency 1)";
      case "REROUTE" -> "send it as a new claim to the right payer";
      case "VOID" -> "void the claim";
      case "APPEAL" -> "appeal";
      case "DISPUTE" -> "dispute it with the payer, who erred";
      case "AMEND_AUTHORIZATION" -> "ask the payer to amend the authorization";
      case "RETRO_AUTHORIZATION" -> "ask for an authorization after the fact";
      case "RETRO_ENROLLMENT" -> "ask the payer to make the enrollment effective earlier";
      case "SEND_RECORDS" -> "send the records asked for";
      case "PATIENT_STATEMENT" -> "send the patient a statement";
      case "PATIENT_REFUND" -> "refund the patient";
      case "WRITE_OFF" -> "write it off";
      case "WAIT" -> "wait";
      case "COMPLIANCE_REVIEW" -> "give it to compliance for review";
      default -> spoken(action);
    };
  }

  static String outcome(String outcome) {
    return switch (outcome) {
      case "PAYS" -> "would have paid";
      case "DENIES" -> "would still have denied";
      case "FORBIDDEN" -> "may not be changed: it would not be true";
      default -> spoken(outcome);
    };
  }

  /** {@code RETRO_TERM} as "retro term". */
  static String spoken(String word) {
    return word.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
