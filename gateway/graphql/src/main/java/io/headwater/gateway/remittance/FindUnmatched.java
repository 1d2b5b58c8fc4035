package io.headwater.gateway.remittance;

import static io.headwater.gateway.upstream.FactQuery.Selector.by;
import static io.headwater.gateway.upstream.FactQuery.Selector.from;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.remittance.UnmatchedItem.CandidateItem;
import io.headwater.gateway.upstream.Fact;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.upstream.FactQuery;
import io.headwater.gateway.upstream.FactQuery.Selector;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.gateway.why.FactReader;
import io.headwater.rootcause.Matching;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.RemittanceParts;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.Encounter;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.rootcause.fact.RemittanceMatch;
import io.headwater.rootcause.match.Answered;
import io.headwater.rootcause.match.ControlNumbers;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the remittances that a person must look at. The numbers paid are held to the numbers
 * billed; of those that are no claim's, a page is held to the claims that they may answer, by the
 * same ladder that the query goes by.
 */
@ApplicationScoped
class FindUnmatched {

  private final FactClient client;
  private final Clock clock;

  FindUnmatched(FactClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * A page of the queue.
   *
   * @param remittances in order of their numbers; what does not balance stands on the first page
   * @param next the number after which the next page begins, or null on the last
   * @param missing services that did not answer, without which fewer could be matched
   */
  record Queue(List<UnmatchedItem> remittances, String next, List<Owner> missing) {}

  /**
   * Finds a page.
   *
   * @param after only numbers that come later; blank for the first page
   * @param limit at most so many numbers
   */
  Queue find(Caller caller, String after, int limit) {
    try {
      var own = new Numbers(client.values(caller, Owner.CLAIMS, "claim", "controlNumber"));
      var strange =
          client.values(caller, Owner.PAYMENTS, "claim-payment", "controlNumber").stream()
              .filter(number -> !own.isClaim(number))
              .sorted()
              .filter(number -> number.compareTo(after) > 0)
              .toList();
      var page = strange.stream().limit(limit).toList();
      var missing = new ArrayList<Owner>();
      var items = new Search(caller, own, missing).items(page, after.isBlank());
      return new Queue(items, strange.size() > page.size() ? page.getLast() : null, missing);
    } catch (ServiceAway away) {
      throw ProblemKind.SERVICE_AWAY.with(away.getMessage());
    }
  }

  private final class Search {
    private final Caller caller;
    private final Numbers own;
    private final List<Owner> missing;

    Search(Caller caller, Numbers own, List<Owner> missing) {
      this.caller = caller;
      this.own = own;
      this.missing = missing;
    }

    List<UnmatchedItem> items(List<String> page, boolean first) throws ServiceAway {
      var facts = payments(page, first);
      var decisions =
          FactReader.read(facts, Owner.PAYMENTS, RemittanceMatch.class, "remittance-match");
      var decided = new HashSet<String>();
      decisions.forEach(d -> decided.add(d.fact().claimPaymentId()));
      var payments =
          latest(FactReader.read(facts, Owner.PAYMENTS, ClaimPayment.class, "claim-payment"));
      var laid = Matching.lay(known(page, payments, decisions), payments);
      var numbers = Set.copyOf(page);
      var items = new ArrayList<UnmatchedItem>();
      for (var one : laid) {
        var p = one.payment().fact();
        var unbalanced = first && Boolean.FALSE.equals(p.balanced());
        if (!decided.contains(p.claimPaymentId())
            && (unbalanced || numbers.contains(p.controlNumber()))) {
          item(one, unbalanced, items);
        }
      }
      if (first) {
        var remittances = FactReader.read(facts, Owner.PAYMENTS, Remittance.class, "remittance");
        RemittanceParts.wholes(remittances).stream()
            .filter(r -> Boolean.FALSE.equals(r.fact().balanced()) && !decided.contains(r.id()))
            .map(UnmatchedItem::of)
            .forEach(items::add);
      }
      return items;
    }

    private List<Fact> payments(List<String> page, boolean first) throws ServiceAway {
      var start = new ArrayList<Selector>();
      start.add(by("claim-payment", "controlNumber", page));
      if (first) {
        start.add(by("claim-payment", "standing", List.of("UNBALANCED")));
        start.add(by("remittance", "standing", List.of("UNBALANCED")));
      }
      return ask(
          Owner.PAYMENTS,
          List.of(
              start,
              List.of(from("claim-payment", "payerControlNumber", "payerControlNumber")),
              List.of(from("remittance-match", "id", "id"))));
    }

    /** The claims of the members that the payments name, and those of a like number. */
    private Matching.Known known(
        List<String> page,
        List<Recorded<ClaimPayment>> payments,
        List<Recorded<RemittanceMatch>> decisions)
        throws ServiceAway {
      var members = new TreeSet<String>();
      payments.stream()
          .map(Recorded::fact)
          .flatMap(p -> Stream.of(p.patientId(), p.insuredId(), p.correctedMemberId()))
          .filter(Objects::nonNull)
          .forEach(
              id -> {
                members.add(id);
                members.add(ControlNumbers.plain(id));
              });
      members.remove("");
      var coverages = coverages(members);
      var patients = new TreeSet<String>();
      coverages.forEach(c -> patients.add(c.fact().patientId()));
      var like = new TreeSet<String>();
      page.forEach(number -> like.addAll(own.like(number)));
      payments.stream().map(p -> p.fact().controlNumber()).filter(own::isClaim).forEach(like::add);
      var facts =
          ask(
              Owner.CLAIMS,
              List.of(
                  List.of(
                      by("claim", "memberId", members),
                      by("claim", "patientId", patients),
                      by("encounter", "patientId", patients),
                      by("claim", "controlNumber", like)),
                  List.of(
                      from("claim", "controlNumber", "controlNumber"),
                      from("encounter", "controlNumber", "controlNumber"))));
      return new Matching.Known(
          FactReader.read(facts, Owner.CLAIMS, Claim.class, "claim"),
          FactReader.read(facts, Owner.CLAIMS, Encounter.class, "encounter"),
          coverages,
          decisions);
    }

    private List<Recorded<Coverage>> coverages(Collection<String> members) {
      try {
        return FactReader.read(
            ask(
                Owner.ELIGIBILITY,
                List.of(
                    List.of(by("coverage", "memberId", members)),
                    List.of(from("coverage", "patientId", "patientId")))),
            Owner.ELIGIBILITY,
            Coverage.class,
            "coverage");
      } catch (ServiceAway away) {
        missing.add(Owner.ELIGIBILITY);
        return List.of();
      }
    }

    private List<Fact> ask(Owner owner, List<List<Selector>> rounds) throws ServiceAway {
      return client.query(caller, owner, new FactQuery(clock.instant(), rounds));
    }
  }

  private static void item(Matching.Laid laid, boolean unbalanced, List<UnmatchedItem> items) {
    var reasons = new ArrayList<Reason>();
    var candidates = new ArrayList<CandidateItem>();
    switch (laid.answers()) {
      case Answered.Claim(var number, var by) -> {
        if (by.doubtful()) {
          reasons.add(Reason.DOUBTFUL);
          candidates.add(CandidateItem.of(number, by));
        }
      }
      case Answered.Several(var numbers, var by) -> {
        reasons.add(Reason.AMBIGUOUS);
        numbers.forEach(number -> candidates.add(CandidateItem.of(number, by)));
      }
      case Answered.Nothing _ -> reasons.add(Reason.UNKNOWN_CLAIM);
      case Answered.Elsewhere _ -> {}
    }
    if (unbalanced) {
      reasons.add(Reason.UNBALANCED);
    }
    if (!reasons.isEmpty()) {
      items.add(UnmatchedItem.of(laid.payment(), reasons, candidates));
    }
  }

  /** The last version of each, in the order of their ids. */
  private static List<Recorded<ClaimPayment>> latest(List<Recorded<ClaimPayment>> versions) {
    Map<String, Recorded<ClaimPayment>> last = new LinkedHashMap<>();
    versions.forEach(
        v -> last.merge(v.id(), v, (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b));
    return List.copyOf(last.values());
  }
}
