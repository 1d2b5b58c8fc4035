package io.headwater.rootcause;

import io.headwater.vocabulary.DateRange;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What else of a clinician a payer will not pay, for want of the same standing on the day. */
final class ClinicianKin {

  private ClinicianKin() {}

  static Kin of(World w, Predicate<LocalDate> uncovered) {
    return new Kin(
        Kin.Among.CLINICIAN,
        c ->
            Objects.equals(c.renderingNpi(), w.renderingNpi)
                && Objects.equals(c.payerId(), w.payerId)
                && uncovered.test(Kin.day(c)),
        b ->
            Objects.equals(b.npi(), w.renderingNpi)
                && (b.payerId() == null || b.payerId().equals(w.payerId))
                && uncovered.test(b.serviceDate()),
        true,
        w.payerId);
  }

  static boolean enrolled(World w, LocalDate day) {
    return w.enrollments.stream()
        .map(Recorded::fact)
        .anyMatch(
            e ->
                Objects.equals(e.npi(), w.renderingNpi)
                    && Objects.equals(e.payerId(), w.payerId)
                    && e.effective() != null
                    && (Set.of("LOADED", "REVALIDATION_DUE").contains(e.status())
                        || "TERMINATED".equals(e.status()) && e.termination() != null)
                    && !("REVALIDATION_DUE".equals(e.status())
                        && e.revalidationDueOn() != null
                        && e.revalidationDueOn().isBefore(day))
                    && new DateRange(e.effective(), e.termination()).contains(day));
  }

  static boolean attested(World w, LocalDate day) {
    var provider = w.provider(w.renderingNpi);
    return provider == null
        || provider.fact().caqh() == null
        || provider.fact().caqh().nextDueOn() == null
        || !provider.fact().caqh().nextDueOn().isBefore(day);
  }

  static boolean loaded(World w, LocalDate day) {
    return w.enrollments.stream()
        .map(Recorded::fact)
        .anyMatch(
            e ->
                Objects.equals(e.npi(), w.renderingNpi)
                    && Objects.equals(e.payerId(), w.payerId)
                    && e.loadedOn() != null
                    && !e.loadedOn().isAfter(day));
  }

  static boolean linked(World w, LocalDate day) {
    return w.linkages.stream()
        .map(Recorded::fact)
        .anyMatch(
            l ->
                Objects.equals(l.npi(), w.renderingNpi)
                    && Objects.equals(l.payerId(), w.payerId)
                    && new DateRange(l.effective(), l.termination()).contains(day));
  }

  /** A license that has ended is missed by every payer. */
  static Kin unlicensed(World w) {
    var provider = w.provider(w.renderingNpi);
    Predicate<LocalDate> licensed =
        day ->
            provider != null
                && provider.fact().licenses().stream()
                    .anyMatch(l -> new DateRange(l.issued(), l.expires()).contains(day));
    return new Kin(
        Kin.Among.CLINICIAN,
        c -> Objects.equals(c.renderingNpi(), w.renderingNpi) && !licensed.test(Kin.day(c)),
        b -> Objects.equals(b.npi(), w.renderingNpi) && !licensed.test(b.serviceDate()),
        false,
        null);
  }
}
