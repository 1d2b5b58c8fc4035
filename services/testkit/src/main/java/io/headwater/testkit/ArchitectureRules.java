package io.headwater.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules that every module's {@code ArchitectureTest} checks; each holds, too, where nothing
 * matches.
 */
public final class ArchitectureRules {

  /** Packages of one module form no cycle. */
  @ArchTest
  public static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("io.headwater.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  /** A name says what the thing is. */
  @ArchTest
  public static final ArchRule NO_JUNK_NAMES =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Mapper|Base)$")
          .because("a name should say what the thing is")
          .allowEmptyShould(true);

  /** Persistence classes never leave their package. */
  @ArchTest
  public static final ArchRule ROWS_STAY_IN_THEIR_PACKAGE =
      classes()
          .that()
          .haveSimpleNameEndingWith("Row")
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  /** The database has one door, and it is in the chassis. */
  @ArchTest
  public static final ArchRule ONE_DOOR_TO_THE_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headwater.chassis.tenancy")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
          .because("only inPractice sets what row-level security goes by")
          .allowEmptyShould(true);

  /** Money is exact; nothing here is a floating-point number. */
  @ArchTest
  public static final ArchRule NO_FLOATING_POINT =
      fields()
          .should()
          .notHaveRawType(double.class)
          .andShould()
          .notHaveRawType(float.class)
          .andShould()
          .notHaveRawType(Double.class)
          .allowEmptyShould(true);

  /** Time is {@code java.time}. */
  @ArchTest
  public static final ArchRule NO_OLD_DATES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar")
          .allowEmptyShould(true);

  /** Values that decide nothing about waiting. */
  @ArchTest
  public static final ArchRule RECORDS_OF_DATA_ARE_PLAIN =
      noClasses()
          .that()
          .areRecords()
          .and()
          .arePublic()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.smallrye.mutiny..", "jakarta.persistence..", "jakarta.ws.rs..")
          .allowEmptyShould(true);

  private ArchitectureRules() {}
}
