package io.headwater.gateway.why;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A payer of the tests that answers visits with an 835; amounts in cents. */
final class SyntheticPayer {

  static final String PAYER = "NSH01";

  private SyntheticPayer() {}

  /** A billed service, and what the payer makes of it. */
  record Service(String code, String modifier, long charge, long allowed, long share, boolean no) {
    long paid() {
      return no ? 0 : allowed - share;
    }

    Service denied() {
      return new Service(code, modifier, charge, allowed, share, true);
    }
  }

  /** A visit billed under a number; a part of the payment is kept back from the whole claim. */
  record Visit(
      String number,
      String payerNumber,
      String member,
      LocalDate day,
      List<Service> services,
      long keptBack) {
    long charge() {
      return services.stream().mapToLong(Service::charge).sum();
    }

    long paid() {
      return services.stream().mapToLong(Service::paid).sum() - withheld();
    }

    long share() {
      return services.stream().mapToLong(s -> s.no() ? 0 : s.share()).sum();
    }

    long withheld() {
      return Math.min(keptBack, services.stream().mapToLong(Service::paid).sum());
    }

    boolean denied() {
      return services.stream().allMatch(Service::no);
    }

    Visit deciding(List<Service> otherwise) {
      return deciding(otherwise, payerNumber, keptBack);
    }

    Visit deciding(List<Service> some, String under, long kept) {
      return new Visit(number, under, member, day, some, kept);
    }
  }

  /** One CLP with what follows it. */
  record Paid(long amount, List<String> segments) {}

  static Paid answer(Visit visit) {
    return answer(visit, visit.denied() ? "4" : "1", 1);
  }

  static Paid reversal(Visit visit) {
    return answer(visit, "22", -1);
  }

  private static Paid answer(Visit v, String status, int sign) {
    var s = new ArrayList<String>();
    s.add(
        "CLP*%s*%s*%s*%s*%s*12*%s*11*1"
            .formatted(
                v.number(),
                status,
                money(sign * v.charge()),
                money(sign * v.paid()),
                money(sign * v.share()),
                v.payerNumber()));
    if (v.withheld() > 0) {
      s.add("CAS*CO*253*" + money(sign * v.withheld()));
    }
    s.add("NM1*QC*1*Quill*Mara****MI*" + v.member());
    for (var service : v.services()) {
      s.add(
          "SVC*HC:%s:%s*%s*%s**1"
              .formatted(
                  service.code(),
                  service.modifier(),
                  money(sign * service.charge()),
                  money(sign * service.paid())));
      s.add("DTM*472*" + day(v.day()));
      if (service.no()) {
        s.add("CAS*CO*197*" + money(sign * service.charge()));
      } else {
        if (service.charge() != service.allowed()) {
          s.add("CAS*CO*45*" + money(sign * (service.charge() - service.allowed())));
        }
        if (service.share() != 0) {
          s.add("CAS*PR*3*" + money(sign * service.share()));
        }
      }
    }
    return new Paid(sign * v.paid(), s);
  }

  /** A payment under a trace number; {@code withheld} goes to an old debt (PLB WO). */
  static List<String> transaction(String trace, LocalDate date, List<Paid> claims, long withheld) {
    long total = claims.stream().mapToLong(Paid::amount).sum() - withheld;
    return transaction(trace, date, claims, withheld, total);
  }

  /** The same with what BPR02 says, as where only some of its claims are in the file. */
  static List<String> transaction(
      String trace, LocalDate date, List<Paid> claims, long withheld, long total) {
    var s = new ArrayList<String>();
    s.add(
        "BPR*I*%s*%s*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*%s"
            .formatted(money(Math.abs(total)), total < 0 ? "D" : "C", day(date)));
    s.add("TRN*1*" + trace + "*1512345678");
    s.add("N1*PR*NORTHSTAR HEALTH*XV*" + PAYER);
    s.add("N1*PE*CEDAR HOLLOW*XX*1922222220");
    s.add("LX*1");
    claims.forEach(claim -> s.addAll(claim.segments()));
    if (withheld != 0) {
      s.add("PLB*1922222220*20261231*WO:OLD-DEBT*" + money(withheld));
    }
    return s;
  }

  /** An interchange of payments, with its own control numbers and line ends. */
  static String file(int control, String lineEnd, List<List<String>> transactions) {
    var text = new StringBuilder();
    var end = "~" + lineEnd;
    text.append(
            "ISA*00*          *00*          *ZZ*NSH01          *ZZ*CEDAR          *260301*1200*^*00501*%09d*0*P*:"
                .formatted(control))
        .append(end)
        .append("GS*HP*NSH01*CEDAR*20260301*1200*%d*X*005010X221A1".formatted(control))
        .append(end);
    int number = 0;
    for (var transaction : transactions) {
      number++;
      text.append("ST*835*%04d".formatted(number)).append(end);
      transaction.forEach(segment -> text.append(segment).append(end));
      text.append("SE*%d*%04d".formatted(transaction.size() + 2, number)).append(end);
    }
    return text.append("GE*%d*%d".formatted(number, control))
        .append(end)
        .append("IEA*1*%09d".formatted(control))
        .append(end)
        .toString();
  }

  static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  static String day(LocalDate day) {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
