package io.headwater.gateway.why;

import io.headwater.gateway.why.SyntheticPayer.Service;
import io.headwater.gateway.why.SyntheticPayer.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Visits of a practice, at random. */
final class Practices {

  private Practices() {}

  /** A few visits, each under a number of its own. */
  static Arbitrary<List<Visit>> visits() {
    return visit().list().ofMinSize(1).ofMaxSize(4).map(Practices::numbered);
  }

  /** One visit. */
  static Arbitrary<Visit> visit() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60),
            services(),
            Arbitraries.longs().between(0, 500),
            Arbitraries.integers().between(100, 999))
        .as(
            (days, services, keptBack, member) ->
                new Visit(
                    "CLM-7000",
                    "NSHI7000",
                    "NSH44" + member,
                    LocalDate.parse("2026-01-05").plusDays(days),
                    services,
                    keptBack));
  }

  /** Services of other codes, so that each line has one answer. */
  static Arbitrary<List<Service>> services() {
    return Arbitraries.of("90791", "90832", "90834", "90837", "90853", "99214")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(3)
        .flatMap(
            codes ->
                service()
                    .list()
                    .ofSize(codes.size())
                    .map(
                        plain -> {
                          var services = new ArrayList<Service>();
                          for (int i = 0; i < codes.size(); i++) {
                            var s = plain.get(i);
                            services.add(
                                new Service(
                                    codes.get(i),
                                    s.modifier(),
                                    s.charge(),
                                    s.allowed(),
                                    s.share(),
                                    s.no()));
                          }
                          return List.copyOf(services);
                        }));
  }

  private static Arbitrary<Service> service() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 30_000),
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of("", "95", "GT"),
            Arbitraries.of(true, false, false))
        .as(
            (charge, allowed, share, modifier, denied) ->
                new Service(
                    "",
                    modifier,
                    charge,
                    charge * allowed / 100,
                    charge * allowed / 100 * share / 100,
                    denied));
  }

  private static List<Visit> numbered(List<Visit> visits) {
    var numbered = new ArrayList<Visit>();
    for (int i = 0; i < visits.size(); i++) {
      var v = visits.get(i);
      numbered.add(
          new Visit(
              "CLM-70" + (10 + i),
              "NSHI70" + (10 + i),
              v.member(),
              v.day(),
              v.services(),
              v.keptBack()));
    }
    return numbered;
  }
}
