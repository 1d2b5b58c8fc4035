package io.headwater.gateway.why;

import io.headwater.gateway.upstream.Fact;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Learned;
import io.headwater.rootcause.Matching;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.RemittanceParts;
import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.CaseOutcome;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.CoverageNotice;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.rootcause.fact.Encounter;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.rootcause.fact.FeeSchedule;
import io.headwater.rootcause.fact.GroupLinkage;
import io.headwater.rootcause.fact.Location;
import io.headwater.rootcause.fact.Patient;
import io.headwater.rootcause.fact.PatientPayment;
import io.headwater.rootcause.fact.Payer;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PracticeProfile;
import io.headwater.rootcause.fact.Provider;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.rootcause.fact.RemittanceMatch;
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.rootcause.fact.Supervision;
import io.headwater.rootcause.fact.WorkEvent;
import io.headwater.vocabulary.Owner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Facts gathered for one question become the dossiers of its claims. Each fact is read once,
 * however many claims it bears on, and what bears on all of them is one list for all; many dossiers
 * may be asked for at the same time.
 */
final class ReadFacts {

  private final Gathered gathered;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Owner> owners = new ArrayList<>();
  private final List<Optional<Recorded<?>>> records;
  private final Learned lessons;

  ReadFacts(Gathered gathered) {
    this.gathered = gathered;
    lessons = Lessons.of(gathered.of(Owner.CLAIMS));
    for (var owner : Owner.values()) {
      var of = gathered.of(owner);
      for (var fact : owner == Owner.ELIGIBILITY ? Inquiries.joined(of) : of) {
        facts.add(fact);
        owners.add(owner);
      }
    }
    records =
        IntStream.range(0, facts.size())
            .parallel()
            .mapToObj(place -> FactReader.recorded(owners.get(place), facts.get(place)))
            .toList();
  }

  /** The dossier of the only claim asked about, with everything gathered. */
  Dossier only(String controlNumber) {
    var all = new BitSet();
    all.set(0, facts.size());
    return new Kinds(all, null).dossier(controlNumber);
  }

  /** The dossiers of several, each without the facts of other patients. */
  Several several() {
    return new Several();
  }

  /** Dossiers of several claims. */
  final class Several {
    private final FactLinks links = new FactLinks(facts);
    private final Kinds shared = new Kinds(links.unlinked(), null);

    /** The dossier of one of them. */
    Dossier about(String controlNumber) {
      return new Kinds(links.concerning(controlNumber), shared).dossier(controlNumber);
    }
  }

  /** Records by kind, in the order of the facts. */
  private final class Kinds {
    private final BitSet places;
    private final Map<Class<?>, List<Recorded<?>>> byType = new HashMap<>();
    private final Kinds shared;

    Kinds(BitSet places, Kinds shared) {
      this.places = places;
      this.shared = shared;
      for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
        records
            .get(place)
            .ifPresent(
                record ->
                    byType
                        .computeIfAbsent(record.fact().getClass(), t -> new ArrayList<>())
                        .add(record));
      }
      byType.replaceAll((type, list) -> List.copyOf(list));
    }

    private <T> List<Recorded<T>> of(Class<T> type) {
      var mine = byType.getOrDefault(type, List.of());
      var all =
          shared == null ? List.<Recorded<?>>of() : shared.byType.getOrDefault(type, List.of());
      return typed(all.isEmpty() ? mine : mine.isEmpty() ? all : merged(type));
    }

    /** Both kinds of place in one order. */
    private List<Recorded<?>> merged(Class<?> type) {
      var both = (BitSet) places.clone();
      both.or(shared.places);
      return both.stream()
          .mapToObj(records::get)
          .<Recorded<?>>flatMap(Optional::stream)
          .filter(record -> record.fact().getClass() == type)
          .toList();
    }

    Dossier dossier(String controlNumber) {
      var claims = of(Claim.class);
      var encounters = of(Encounter.class);
      var coverages = of(Coverage.class);
      var answers =
          Matching.answers(
              new Matching.Known(claims, encounters, coverages, of(RemittanceMatch.class)),
              of(ClaimPayment.class));
      return new Dossier(
          controlNumber,
          gathered.knownAt(),
          gathered.away().keySet(),
          of(PracticeProfile.class),
          of(Payer.class),
          of(Location.class),
          of(Provider.class),
          of(Patient.class),
          coverages,
          of(EligibilityCheck.class),
          of(CoverageNotice.class),
          of(ScheduleEvent.class),
          of(Enrollment.class),
          of(GroupLinkage.class),
          of(Supervision.class),
          of(Authorization.class),
          encounters,
          claims,
          of(Acknowledgment.class),
          of(WorkEvent.class),
          of(PayerPolicy.class),
          RemittanceParts.wholes(of(Remittance.class)),
          answers,
          of(FeeSchedule.class),
          of(PatientPayment.class),
          of(CaseOutcome.class),
          lessons);
    }
  }

  /** The list holds records of this type only; they are sorted by it. */
  @SuppressWarnings("unchecked")
  private static <T> List<Recorded<T>> typed(List<Recorded<?>> records) {
    return (List<Recorded<T>>) (List<?>) records;
  }
}
