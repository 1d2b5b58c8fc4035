package io.headwater.rootcause.fact;

import java.util.List;

/** The fields of a payer's rule; which are set depends on its type. */
public record PolicyRule(
    String type,
    List<String> procedures,
    List<String> licenseLevels,
    String lineOfBusiness,
    Boolean required,
    Integer afterVisits,
    Boolean providerSpecific,
    Boolean procedureSpecific,
    Integer amendmentDays,
    Integer retroRequestDays,
    String retroBasis,
    Integer days,
    String basis,
    Integer correctedDays,
    String correctedBasis,
    Integer appealDays,
    Integer retroEligibilityDays,
    Integer goodCauseDays,
    String modality,
    String patientLocation,
    Boolean covered,
    List<String> coveredDiagnoses,
    List<String> placesOfService,
    List<String> requiredModifiers,
    List<String> refusedModifiers,
    String shape,
    Boolean supervisorTaxonomy,
    String requiredModifier,
    Boolean supervisorOnClaim,
    String policyRef,
    String effectiveOn,
    Integer reprocessDays,
    Boolean allowed,
    String column1,
    String column2,
    Boolean modifierAllowed,
    String quarter,
    String procedure,
    Integer minimumMinutes,
    Integer maximumMinutes,
    Integer perDay,
    PeriodLimit perPeriod,
    List<String> primaries,
    List<String> excludedDiagnoses,
    Boolean excluded,
    Integer measureWithinDays,
    Boolean functionalImpairment,
    Boolean treatmentPlan,
    Boolean signedBeforeSubmission,
    Integer visitsPerYear,
    Integer dueDays,
    List<String> established,
    Integer years,
    List<String> modifiers,
    Integer minimumYears,
    Integer maximumYears) {
  /** Missing lists are empty. */
  public PolicyRule {
    procedures = procedures == null ? List.of() : List.copyOf(procedures);
    licenseLevels = licenseLevels == null ? List.of() : List.copyOf(licenseLevels);
    coveredDiagnoses = coveredDiagnoses == null ? List.of() : List.copyOf(coveredDiagnoses);
    placesOfService = placesOfService == null ? List.of() : List.copyOf(placesOfService);
    requiredModifiers = requiredModifiers == null ? List.of() : List.copyOf(requiredModifiers);
    refusedModifiers = refusedModifiers == null ? List.of() : List.copyOf(refusedModifiers);
    primaries = primaries == null ? List.of() : List.copyOf(primaries);
    modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
    established = established == null ? List.of() : List.copyOf(established);
    excludedDiagnoses = excludedDiagnoses == null ? List.of() : List.copyOf(excludedDiagnoses);
  }
}
