package io.headwater.gateway;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.headwater.testkit.ArchitectureRules;

/** The house rules; probabilities are the only numbers here that are not exact. */
@AnalyzeClasses(packages = "io.headwater.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule CYCLES = ArchitectureRules.FEATURES_HAVE_NO_CYCLES;
  @ArchTest static final ArchRule NAMES = ArchitectureRules.NO_JUNK_NAMES;
  @ArchTest static final ArchRule ROWS = ArchitectureRules.ROWS_STAY_IN_THEIR_PACKAGE;
  @ArchTest static final ArchRule DATES = ArchitectureRules.NO_OLD_DATES;
  @ArchTest static final ArchRule RECORDS = ArchitectureRules.RECORDS_OF_DATA_ARE_PLAIN;
}
