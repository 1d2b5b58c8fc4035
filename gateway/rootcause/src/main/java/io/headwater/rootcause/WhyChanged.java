package io.headwater.rootcause;

import io.headwater.rootcause.Difference.Both;
import io.headwater.rootcause.Difference.CauseChange;
import io.headwater.rootcause.Difference.Kind;
import io.headwater.rootcause.Difference.Through;
import io.headwater.vocabulary.Cause;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The second question: why is the answer another than it was? */
public final class WhyChanged {
  private final Dossier later;
  private final List<Recorded<?>> between;
  private final Set<Recorded<?>> news = Collections.newSetFromMap(new IdentityHashMap<>());

  private WhyChanged(Instant from, Dossier later) {
    this.later = later;
    this.between =
        new Dossiers(later)
            .records().stream()
                .filter(r -> r.recordedAt().isAfter(from))
                .filter(r -> !r.recordedAt().isAfter(later.knownAt()))
                .sorted(Comparator.comparing(Recorded::recordedAt))
                .toList();
    news.addAll(between);
  }

  /**
   * The difference between the answers of two dossiers of the same claim.
   *
   * @param earlier what was known at the first instant
   * @param later what was known at the second, not before the first
   * @throws IllegalArgumentException when nothing is known of the claim even then
   */
  public static Difference between(Dossier earlier, Dossier later) {
    var question = new WhyChanged(earlier.knownAt(), later);
    var before = answer(earlier);
    var after = WhyDenied.diagnose(later);
    var waited = question.with(List.of(), earlier.learned());
    var taught = question.with(List.of(), later.learned());
    return new Difference(
        later.controlNumber(),
        earlier.knownAt(),
        later.knownAt(),
        !after.equals(before),
        !Objects.equals(before, waited),
        !Objects.equals(waited, taught),
        both(before, after, Diagnosis::verdict),
        causes(before, after),
        both(before, after, Diagnosis::action),
        both(before, after, WhyChanged::denied),
        question.through(after).stream().map(WhyChanged::told).toList());
  }

  /** The answer, or null where nothing is known of the claim. */
  private static Diagnosis answer(Dossier dossier) {
    var number = dossier.controlNumber();
    var known =
        dossier.claims().stream().anyMatch(c -> number.equals(c.fact().controlNumber()))
            || dossier.claimPayments().stream()
                .anyMatch(p -> number.equals(p.fact().controlNumber()));
    return known || Assembly.unheard(dossier) ? WhyDenied.diagnose(dossier) : null;
  }

  /** The later answer, had of the news only these become known. */
  private Diagnosis with(List<Recorded<?>> heard, Learned learned) {
    Set<Recorded<?>> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(heard);
    return answer(new Dossiers(later).keeping(r -> !news.contains(r) || kept.contains(r), learned));
  }

  /**
   * The news that bear on the answer: those it cites, and as few others as give the same answer.
   */
  private List<Recorded<?>> through(Diagnosis after) {
    var cited = cited(after);
    var told = new ArrayList<Recorded<?>>();
    var untold = new ArrayList<Recorded<?>>();
    for (var record : between) {
      (cited.contains(key(record)) ? told : untold).add(record);
    }
    told.addAll(needed(untold, told, after));
    told.sort(Comparator.comparing(Recorded::recordedAt));
    return told;
  }

  /** Of the records those without which, given the others, the answer is not reached. */
  private List<Recorded<?>> needed(
      List<Recorded<?>> records, List<Recorded<?>> given, Diagnosis after) {
    if (records.isEmpty() || after.equals(with(given, later.learned()))) {
      return List.of();
    }
    if (records.size() == 1) {
      return records;
    }
    var half = records.size() / 2;
    var first = records.subList(0, half);
    var second = records.subList(half, records.size());
    var ofFirst = needed(first, joined(given, second), after);
    return joined(ofFirst, needed(second, joined(given, ofFirst), after));
  }

  private static List<Recorded<?>> joined(List<Recorded<?>> a, List<Recorded<?>> b) {
    var joined = new ArrayList<>(a);
    joined.addAll(b);
    return joined;
  }

  private static Set<String> cited(Diagnosis answer) {
    var cited = new HashSet<String>();
    answer.causes().forEach(c -> c.evidence().forEach(e -> cited.add(key(e))));
    answer.refuted().forEach(r -> r.evidence().forEach(e -> cited.add(key(e))));
    return cited;
  }

  private static String key(Diagnosis.Evidence e) {
    return e.kind() + " " + e.record() + " " + e.version();
  }

  private static String key(Recorded<?> record) {
    return record.kind() + " " + record.id() + " " + record.version();
  }

  private static Through told(Recorded<?> record) {
    return new Through(
        record.owner(), record.kind(), record.id(), record.version(), record.recordedAt());
  }

  private static BigDecimal denied(Diagnosis d) {
    return d.lines().stream().map(Diagnosis.Line::denied).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <T> Both<T> both(Diagnosis before, Diagnosis after, Function<Diagnosis, T> part) {
    return new Both<>(before == null ? null : part.apply(before), part.apply(after));
  }

  private static List<CauseChange> causes(Diagnosis before, Diagnosis after) {
    var was = byCode(before);
    var is = byCode(after);
    var changes = new ArrayList<CauseChange>();
    for (var cause : Cause.values()) {
      var kind = kind(was.get(cause), is.get(cause));
      if (kind != null) {
        changes.add(
            new CauseChange(
                cause,
                kind,
                both(was.get(cause), is.get(cause), Diagnosis.Finding::role),
                both(was.get(cause), is.get(cause), Diagnosis.Finding::confidence)));
      }
    }
    return changes;
  }

  private static <T> Both<T> both(
      Diagnosis.Finding before, Diagnosis.Finding after, Function<Diagnosis.Finding, T> part) {
    return new Both<>(
        before == null ? null : part.apply(before), after == null ? null : part.apply(after));
  }

  private static EnumMap<Cause, Diagnosis.Finding> byCode(Diagnosis d) {
    var byCode = new EnumMap<Cause, Diagnosis.Finding>(Cause.class);
    if (d != null) {
      d.causes().forEach(c -> byCode.put(c.code(), c));
    }
    return byCode;
  }

  /** How a cause changed, or null when it did not. */
  private static Kind kind(Diagnosis.Finding was, Diagnosis.Finding is) {
    if (was == null) {
      return is == null ? null : Kind.ADDED;
    }
    if (is == null) {
      return Kind.REMOVED;
    }
    if (was.role() != is.role()) {
      return Kind.OTHER_ROLE;
    }
    var surer = Double.compare(is.confidence(), was.confidence());
    return surer == 0 ? null : surer > 0 ? Kind.MORE_SURE : Kind.LESS_SURE;
  }
}
