package io.headwater.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Numbers the claims and sorts what went out and came in into files, in the order in which it
 * became known.
 */
final class Post {
  /** One file of the feed; {@code recordedAt} is null where every line carries its own. */
  record Item(Instant at, String what, String extension, Instant recordedAt, String content) {}

  private final Practice practice;
  private final List<Item> items = new ArrayList<>();
  private int numbers = 1000;

  Post(Practice practice) {
    this.practice = practice;
  }

  /** The files in order. */
  List<Item> sort(Chart chart) {
    List<Claim> claims = number(chart);
    eligibility(chart.checks);
    authorizations(chart.approvals);
    claims(claims);
    remittances(claims);
    records();
    return items.stream().sorted(Comparator.comparing(Item::at).thenComparing(Item::what)).toList();
  }

  /** The claims sent by the anchor day, numbered in the order of their sending. */
  private List<Claim> number(Chart chart) {
    var claims = new ArrayList<Claim>();
    chart.visits.forEach(visit -> claims.addAll(visit.claims));
    claims.removeIf(claim -> practice.calendar.over(Calendar.at(claim.submitted, "17:00")));
    claims.sort(
        Comparator.comparing((Claim claim) -> claim.submitted)
            .thenComparing(claim -> claim.visit.id));
    int count = 0;
    for (Claim claim : claims) {
      if (claim.resends == null) {
        claim.control = String.format(java.util.Locale.ROOT, "HW-%06d", ++count);
      } else {
        claim.control = claim.resends.control;
      }
      LocalDate taken = claim.submitted.plusDays(1);
      claim.payerControl =
          String.format(
              java.util.Locale.ROOT,
              "%s%02d%03dC%05d",
              claim.payer().prefix(),
              taken.getYear() % 100,
              taken.getDayOfYear(),
              numbers++);
    }
    return claims;
  }

  private void eligibility(List<Check> checks) {
    var bySunday = new TreeMap<Instant, List<Check>>();
    checks.forEach(
        check -> bySunday.computeIfAbsent(check.at(), _ -> new ArrayList<>()).add(check));
    bySunday.forEach(
        (at, asked) -> {
          var text = new StringBuilder();
          for (Payer payer : Cast.PAYERS) {
            List<Check> of = asked.stream().filter(check -> check.payer().equals(payer)).toList();
            if (!of.isEmpty()) {
              Interchange271.write270(text, of, numbers++);
              Interchange271.write271(text, of, numbers++);
            }
          }
          add(at, "eligibility", text);
        });
  }

  private void authorizations(List<Authorization> approvals) {
    var byDay = new TreeMap<LocalDate, List<Authorization>>();
    approvals.forEach(
        approval ->
            byDay.computeIfAbsent(approval.decided(), _ -> new ArrayList<>()).add(approval));
    byDay.forEach(
        (day, decided) -> {
          var text = new StringBuilder();
          for (Payer payer : Cast.PAYERS) {
            List<Authorization> of =
                decided.stream().filter(each -> each.member().payer().equals(payer)).toList();
            if (!of.isEmpty()) {
              Interchange278.write(text, of, numbers++);
            }
          }
          add(Calendar.at(day, "16:00"), "authorizations", text);
        });
  }

  private void claims(List<Claim> claims) {
    var byDay = new TreeMap<LocalDate, List<Claim>>();
    claims.forEach(
        claim -> byDay.computeIfAbsent(claim.submitted, _ -> new ArrayList<>()).add(claim));
    byDay.forEach(
        (day, sent) -> {
          var out = new StringBuilder();
          var in = new StringBuilder();
          for (Payer payer : Cast.PAYERS) {
            List<Claim> of = sent.stream().filter(claim -> claim.payer().equals(payer)).toList();
            if (!of.isEmpty()) {
              var batch = new Batch(payer, day, of, numbers++);
              Interchange837.write(out, batch);
              Acknowledgments.write999(in, batch, numbers++);
              Acknowledgments.write277(in, batch, numbers++);
            }
          }
          add(Calendar.at(day, "17:00"), "claims", out);
          add(Calendar.at(day.plusDays(1), "09:30"), "acknowledgments", in);
        });
  }

  private void remittances(List<Claim> claims) {
    var byDay = new TreeMap<LocalDate, List<Decision>>();
    for (Claim claim : claims) {
      for (int i = 0; i < claim.remittances().size(); i++) {
        Ruling ruling = claim.rulings.isEmpty() ? null : claim.rulings.get(i);
        byDay
            .computeIfAbsent(claim.remittances().get(i), _ -> new ArrayList<>())
            .add(Decision.of(claim, ruling));
      }
    }
    byDay.forEach(
        (day, decisions) -> {
          var text = new StringBuilder();
          for (Payer payer : Cast.PAYERS) {
            List<Decision> of =
                decisions.stream().filter(each -> each.claim().payer().equals(payer)).toList();
            if (!of.isEmpty()) {
              Interchange835.write(text, payer, day, of, numbers++);
            }
          }
          add(Calendar.at(day, "11:00"), "remittances", text);
        });
  }

  private void add(Instant at, String what, StringBuilder text) {
    if (!practice.calendar.over(at)) {
      items.add(new Item(at, what, "x12", at, text.toString()));
    }
  }

  private void records() {
    var byFortnight = new TreeMap<Integer, List<Journal.Entry>>();
    for (Journal.Entry entry : practice.journal.entries()) {
      if (!practice.calendar.over(entry.at())) {
        int fortnight = Math.max(-1, practice.calendar.fortnight(entry.at()));
        byFortnight.computeIfAbsent(fortnight, _ -> new ArrayList<>()).add(entry);
      }
    }
    byFortnight.forEach(
        (fortnight, entries) ->
            items.add(
                new Item(
                    fortnight < 0
                        ? entries.getFirst().at()
                        : Calendar.at(practice.calendar.monday(2 * fortnight), "00:00"),
                    fortnight < 0 ? "setup" : "records",
                    "ndjson",
                    null,
                    RecordFile.of(entries))));
  }
}
