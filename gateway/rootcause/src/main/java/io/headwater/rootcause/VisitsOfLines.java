package io.headwater.rootcause;

import io.headwater.rootcause.fact.Encounter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which visit each line of a claim was billed for, where a claim bills several visits of one day:
 * the line goes to the visit whose minutes and place it fits, else to the one in the same order. A
 * visit of the day that was entered without a claim's number counts where the claim bills more than
 * it was named for.
 */
final class VisitsOfLines {
  private static final Set<String> TELEHEALTH_PLACES = Set.of("02", "10");
  private static final int BY_TIME = 4;
  private static final int BY_PLACE = 2;
  private static final int BY_ORDER = 1;

  private final World w;
  private final Map<Integer, Recorded<Encounter>> found = new HashMap<>();

  private VisitsOfLines(World w) {
    this.w = w;
  }

  /** A line and a visit, and how well they fit. */
  private record Pair(BilledLine line, Recorded<Encounter> visit, int fit) {}

  /** The visit of each line of a day on which the claim bills several; empty when none does. */
  static Map<Integer, Recorded<Encounter>> of(World w, List<Recorded<Encounter>> billed) {
    if (w.lines.size() < 2 || w.encounters.size() < 2) {
      return Map.of();
    }
    var visits = new VisitsOfLines(w);
    w.lines.stream()
        .map(BilledLine::serviceDate)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(day -> visits.day(day, billed));
    return Map.copyOf(visits.found);
  }

  private void day(LocalDate day, List<Recorded<Encounter>> billed) {
    var lines = w.lines.stream().filter(l -> day.equals(l.serviceDate())).toList();
    var bases = lines.stream().filter(l -> addOn(l) == null).toList();
    var of = visits(day, billed, bases.size());
    if (of.size() < 2) {
      return;
    }
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < bases.size(); i++) {
      for (int j = 0; j < of.size(); j++) {
        pairs.add(new Pair(bases.get(i), of.get(j), fit(bases.get(i), of.get(j), i == j)));
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::fit).reversed());
    var taken = new ArrayList<String>();
    for (var pair : pairs) {
      if (!found.containsKey(pair.line().number()) && !taken.contains(pair.visit().id())) {
        found.put(pair.line().number(), pair.visit());
        taken.add(pair.visit().id());
      }
    }
    lines.forEach(line -> follow(line, lines));
  }

  /** The day's visits that were billed on the claim, in their order. */
  private List<Recorded<Encounter>> visits(
      LocalDate day, List<Recorded<Encounter>> billed, int wanted) {
    var of = new ArrayList<>(billed.stream().filter(e -> on(day, e)).toList());
    if (of.size() < wanted) {
      var clinicians = new HashSet<String>();
      clinicians.add(w.renderingNpi);
      of.forEach(e -> clinicians.add(e.fact().treatingNpi()));
      w.encounters.stream()
          .filter(e -> on(day, e) && unclaimed(e.fact()))
          .filter(e -> clinicians.contains(e.fact().treatingNpi()))
          .limit(wanted - of.size())
          .forEach(of::add);
    }
    of.sort(
        Comparator.comparing((Recorded<Encounter> e) -> String.valueOf(e.fact().startTime()))
            .thenComparing(Recorded::id));
    return of;
  }

  private static boolean on(LocalDate day, Recorded<Encounter> visit) {
    return day.equals(visit.fact().serviceDate());
  }

  private static boolean unclaimed(Encounter visit) {
    return visit.controlNumber() == null && visit.controlNumbers().isEmpty();
  }

  /** A line without a visit of its own goes with its base, or with the line before it. */
  private void follow(BilledLine line, List<BilledLine> lines) {
    if (found.containsKey(line.number())) {
      return;
    }
    var rule = addOn(line);
    BilledLine with = null;
    for (var other : lines) {
      var base = rule == null || rule.contains(other.procedure());
      if (base && found.containsKey(other.number()) && (with == null || before(other, line))) {
        with = other;
      }
    }
    if (with != null) {
      found.put(line.number(), found.get(with.number()));
    }
  }

  private static boolean before(BilledLine other, BilledLine line) {
    return other.number() < line.number();
  }

  /** The bases of an add-on, or null when the line stands alone. */
  private List<String> addOn(BilledLine line) {
    var rule =
        w.policies.one(
            w.payerId, "ADD_ON", line.serviceDate(), r -> line.procedure().equals(r.procedure()));
    return rule == null ? null : rule.fact().rule().primaries();
  }

  private int fit(BilledLine line, Recorded<Encounter> visit, boolean inOrder) {
    var band =
        w.policies.one(
            w.payerId,
            "TIME_BAND",
            line.serviceDate(),
            r -> line.procedure().equals(r.procedure()));
    var minutes = World.minutes(visit.fact());
    var remote = !"IN_PERSON".equals(visit.fact().modality());
    var fit = inOrder ? BY_ORDER : 0;
    if (band != null && minutes != null && TimeExams.fits(band, minutes)) {
      fit += BY_TIME;
    }
    if (line.placeOfService() != null
        && TELEHEALTH_PLACES.contains(line.placeOfService()) == remote) {
      fit += BY_PLACE;
    }
    return fit;
  }
}
