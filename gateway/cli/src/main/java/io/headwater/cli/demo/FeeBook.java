package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the practice charges, and what each contract allows for it in each of the two years. */
record FeeBook(Calendar calendar) {
  /**
   * One service of the practice.
   *
   * @param charge whole dollars
   * @param allowed whole dollars under the reference contract of the second year
   * @param copay whole dollars a visit, 0 where another line of the visit carries it
   */
  private record Service(int charge, int allowed, int copay) {}

  /** What a contract gives for a line, in dollars. */
  record Rate(BigDecimal allowed, BigDecimal copay) {}

  private static final Map<String, Service> SERVICES = new LinkedHashMap<>();

  static {
    SERVICES.put("90791", new Service(240, 172, 25));
    SERVICES.put("90792", new Service(280, 198, 30));
    SERVICES.put("90832", new Service(110, 76, 25));
    SERVICES.put("90834", new Service(140, 104, 25));
    SERVICES.put("90837", new Service(185, 138, 25));
    SERVICES.put("90847", new Service(165, 113, 25));
    SERVICES.put("90833", new Service(95, 68, 0));
    SERVICES.put("90785", new Service(25, 15, 0));
    SERVICES.put("96127", new Service(12, 6, 0));
    SERVICES.put("99213", new Service(130, 90, 30));
    SERVICES.put("99214", new Service(190, 127, 30));
  }

  BigDecimal charge(String procedure, int units) {
    return BigDecimal.valueOf((long) SERVICES.get(procedure).charge() * units);
  }

  Rate rate(Payer payer, String procedure, String license, LocalDate service) {
    return rate(payer, procedure, license, !service.isBefore(calendar.newYear()));
  }

  /** What the schedule of the year before would have given: the rate of an underpayment. */
  Rate staleRate(Payer payer, String procedure, String license) {
    return rate(payer, procedure, license, false);
  }

  private static Rate rate(Payer payer, String procedure, String license, boolean thisYear) {
    Service service = SERVICES.get(procedure);
    int percent =
        percentOf(payer) + (byLicense(payer, procedure) && license.equals("PSYD") ? 8 : 0);
    int allowed =
        service.allowed() * percent / 100 - (thisYear ? 0 : (service.allowed() + 33) / 34);
    int copay =
        payer.type().equals("MEDICAID_MCO")
            ? 0
            : Math.max(0, service.copay() - (payer.equals(Payer.TESSERA) ? 5 : 0));
    return new Rate(
        BigDecimal.valueOf(allowed), BigDecimal.valueOf(service.copay() == 0 ? 0 : copay));
  }

  private static int percentOf(Payer payer) {
    return switch (payer.id()) {
      case "HRH10" -> 100;
      case "LKM20" -> 103;
      case "TSB40" -> 96;
      default -> 74;
    };
  }

  private static boolean byLicense(Payer payer, String procedure) {
    return payer.equals(Payer.LAKEWARD) && procedure.startsWith("908")
        || payer.equals(Payer.LAKEWARD) && procedure.equals("90791");
  }

  /** Writes the schedules of both years. */
  void record(Journal journal) {
    for (Payer payer : Cast.PAYERS) {
      journal.add(
          Calendar.at(calendar.lastYear().minusDays(20), "15:00"),
          "fee-schedule",
          schedule(payer, false));
      journal.add(
          Calendar.at(calendar.newYear().minusDays(20), "15:00"),
          "fee-schedule",
          schedule(payer, true));
    }
  }

  private Map<String, Object> schedule(Payer payer, boolean thisYear) {
    List<Map<String, Object>> rates = new ArrayList<>();
    for (String procedure : SERVICES.keySet()) {
      if (byLicense(payer, procedure)) {
        rates.add(
            line(
                payer,
                procedure,
                "LCSW",
                thisYear,
                List.of("LCSW", "LPC", "LMFT", "ASSOCIATE", "MD", "PMHNP")));
        rates.add(line(payer, procedure, "PSYD", thisYear, List.of("PSYD")));
      } else {
        rates.add(line(payer, procedure, "LCSW", thisYear, List.of()));
      }
    }
    return Fields.of(
        "feeScheduleId",
        "FS-" + payer.id(),
        "payerId",
        payer.id(),
        "version",
        thisYear ? 2 : 1,
        "effective",
        thisYear ? calendar.newYear() : calendar.lastYear(),
        "termination",
        thisYear ? null : calendar.newYear().minusDays(1),
        "rates",
        rates);
  }

  private static Map<String, Object> line(
      Payer payer, String procedure, String license, boolean thisYear, List<String> levels) {
    Rate rate = rate(payer, procedure, license, thisYear);
    return Fields.of(
        "procedure",
        procedure,
        "licenseLevels",
        levels,
        "allowed",
        rate.allowed() + ".00",
        "copay",
        rate.copay() + ".00");
  }
}
