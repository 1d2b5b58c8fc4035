package io.headwater.gateway.why;

import static io.headwater.gateway.upstream.FactQuery.Selector.all;
import static io.headwater.gateway.upstream.FactQuery.Selector.by;
import static io.headwater.gateway.upstream.FactQuery.Selector.count;
import static io.headwater.gateway.upstream.FactQuery.Selector.from;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.upstream.Answered;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.upstream.FactQuery;
import io.headwater.gateway.upstream.FactQuery.Outline;
import io.headwater.gateway.upstream.FactQuery.Selector;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.rootcause.match.ControlNumbers;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Asks every service once for what bears on some claims: first for the claims, then whose they are,
 * then everything else at the same time; credentials are the practice's own and asked at once.
 */
@ApplicationScoped
public class GatherFacts {

  private static final Optional<NeighbourFacts> NOBODY = Optional.empty();

  private final FactClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  GatherFacts(FactClient client) {
    this.client = client;
  }

  /**
   * Everything known at the instant about the claims; a service that is away is said to be.
   *
   * @param outlined whether the rest of the practice is asked for in outline, in the same calls
   */
  Gathered gather(
      Caller caller, Collection<String> controlNumbers, Instant knownAt, boolean outlined) {
    var numbers = new TreeSet<>(controlNumbers);
    var neighbours = outlined ? Optional.of(new NeighbourFacts(numbers.size())) : NOBODY;
    var question = new Question(caller, Gathered.at(knownAt, neighbours), numbers);
    var rest = new ArrayList<Future<?>>();
    rest.add(threads.submit(() -> question.ask(Owner.CREDENTIALING, credentialing(), List.of())));
    question.ask(
        Owner.CLAIMS, claims(question), neighbours.map(NeighbourFacts::ofClaims).orElse(List.of()));
    boolean paymentsFirst = question.gathered().away().containsKey(Owner.CLAIMS);
    if (paymentsFirst) {
      question.ask(Owner.PAYMENTS, payments(question), List.of());
    }
    question.ask(
        Owner.ELIGIBILITY,
        eligibility(question),
        neighbours.map(question::visits).orElse(List.of()));
    rest.add(
        threads.submit(
            () -> question.ask(Owner.AUTHORIZATIONS, authorizations(question), List.of())));
    if (!paymentsFirst) {
      rest.add(threads.submit(() -> askPayments(question, neighbours)));
    }
    rest.forEach(GatherFacts::await);
    question.outlines.values().forEach(GatherFacts::await);
    return question.gathered();
  }

  /** What payments is asked in outline goes by the claims found in outline. */
  private void askPayments(Question question, Optional<NeighbourFacts> neighbours) {
    Optional.ofNullable(question.outlines.get(Owner.CLAIMS)).ifPresent(GatherFacts::await);
    question.ask(
        Owner.PAYMENTS,
        payments(question),
        neighbours.map(NeighbourFacts::ofPayments).orElse(List.of()));
  }

  /** One question on its way through the services. */
  private final class Question {
    private final Caller caller;
    private final Gathered gathered;
    private final Set<String> controlNumbers;

    /** Outlines that may still be coming; what follows from facts alone does not wait for them. */
    private final Map<Owner, Future<?>> outlines = new ConcurrentHashMap<>();

    Question(Caller caller, Gathered gathered, Set<String> controlNumbers) {
      this.caller = caller;
      this.gathered = gathered;
      this.controlNumbers = controlNumbers;
    }

    Gathered gathered() {
      return gathered;
    }

    void ask(Owner owner, List<List<Selector>> rounds, List<List<Outline>> inOutline) {
      var asked =
          rounds.stream()
              .map(
                  r -> r.stream().filter(s -> s.values() == null || !s.values().isEmpty()).toList())
              .filter(round -> !round.isEmpty())
              .toList();
      try {
        var answer =
            client.ask(
                caller,
                owner,
                new FactQuery(gathered.knownAt(), asked, inOutline),
                Math.max(1, controlNumbers.size()));
        gathered.facts().put(owner, answer.facts());
        if (!inOutline.isEmpty()) {
          outlines.put(owner, threads.submit(() -> takeIn(owner, answer)));
        }
      } catch (ServiceAway away) {
        gathered.away().put(owner, away.reason());
      }
    }

    /** An answer that does not come whole is none. */
    private void takeIn(Owner owner, Answered answer) {
      try {
        gathered.neighbours().orElseThrow().answered(owner, answer);
      } catch (ServiceAway away) {
        gathered.facts().remove(owner);
        gathered.away().put(owner, away.reason());
      }
    }

    Set<String> patients() {
      var patients = gathered.values(Owner.CLAIMS, "claim", "patientId");
      patients.addAll(gathered.values(Owner.CLAIMS, "encounter", "patientId"));
      for (String kind : List.of("patient", "coverage", "eligibility-check")) {
        patients.addAll(gathered.values(Owner.ELIGIBILITY, kind, "patientId"));
      }
      return patients;
    }

    Set<String> members() {
      var members = gathered.values(Owner.CLAIMS, "claim", "memberId");
      members.addAll(gathered.values(Owner.ELIGIBILITY, "coverage", "memberId"));
      members.addAll(gathered.values(Owner.PAYMENTS, "claim-payment", "patientId"));
      List.copyOf(members).forEach(id -> members.add(ControlNumbers.plain(id)));
      members.remove("");
      return members;
    }

    /** The payers billed, whose later remittances may take money back (X12 835 PLB). */
    Set<String> payers() {
      var payers = gathered.values(Owner.CLAIMS, "claim", "payerId");
      payers.addAll(gathered.values(Owner.PAYMENTS, "claim-payment", "payerId"));
      return payers;
    }

    /** Bookings of the clinicians and payers of the claims asked about. */
    List<List<Outline>> visits(NeighbourFacts neighbours) {
      var clinicians = new TreeSet<String>();
      var billed = new TreeSet<String>();
      for (var fact : gathered.of(Owner.CLAIMS)) {
        if (fact.kind().equals("claim") && controlNumbers.contains(fact.id())) {
          Gathered.add(clinicians, fact.record().path("renderingNpi"));
          Gathered.add(billed, fact.record().path("payerId"));
        } else if (fact.kind().equals("encounter")
            && controlNumbers.contains(fact.record().path("controlNumber").asText())) {
          Gathered.add(clinicians, fact.record().path("treatingNpi"));
        }
      }
      var today = gathered.knownAt().atZone(ZoneOffset.UTC).toLocalDate();
      return neighbours.ofEligibility(clinicians, billed, today);
    }

    Set<String> claims() {
      var claims = gathered.values(Owner.CLAIMS, "claim", "controlNumber");
      claims.addAll(gathered.values(Owner.CLAIMS, "encounter", "controlNumber", "controlNumbers"));
      claims.addAll(controlNumbers);
      return claims;
    }
  }

  private static List<List<Selector>> claims(Question question) {
    var first =
        Stream.of("claim", "encounter", "acknowledgment", "claim-status", "work-event", "outcome")
            .map(kind -> by(kind, "controlNumber", question.controlNumbers));
    var person =
        List.of(
            from("claim", "patientId", "patientId"),
            from("claim", "memberId", "memberId"),
            from("encounter", "patientId", "patientId"));
    return List.of(
        Stream.concat(
                first, Stream.of(all("payer"), all("payer-policy"), count("outcome", Lessons.KEY)))
            .toList(),
        person,
        Stream.concat(
                person.stream(), Stream.of(from("encounter", "controlNumber", "controlNumber")))
            .toList(),
        List.of(
            from("acknowledgment", "controlNumber", "controlNumber"),
            from("acknowledgment", "transmission", "transmission"),
            from("claim-status", "controlNumber", "controlNumber"),
            from("work-event", "controlNumber", "controlNumber")));
  }

  private static List<List<Selector>> eligibility(Question question) {
    var kinds =
        List.of(
            "patient",
            "coverage",
            "eligibility-check",
            "eligibility-inquiry",
            "coverage-notice",
            "schedule-event");
    var first = new ArrayList<Selector>();
    kinds.forEach(kind -> first.add(by(kind, "patientId", question.patients())));
    first.add(by("coverage", "memberId", question.members()));
    first.add(by("eligibility-check", "memberId", question.members()));
    first.add(by("eligibility-inquiry", "memberId", question.members()));
    var second = new ArrayList<Selector>();
    kinds.forEach(kind -> second.add(from(kind, "patientId", "patientId")));
    second.add(from("eligibility-check", "memberId", "memberId"));
    second.add(from("eligibility-inquiry", "memberId", "memberId"));
    return List.of(first, second);
  }

  private static List<List<Selector>> credentialing() {
    return List.of(
        Stream.of(
                "provider",
                "location",
                "practice-profile",
                "enrollment",
                "group-linkage",
                "supervision")
            .map(Selector::all)
            .toList());
  }

  private static List<List<Selector>> authorizations(Question question) {
    var numbers = question.gathered.values(Owner.CLAIMS, "claim", "authorizationNumber");
    return List.of(
        List.of(
            by("authorization", "patientId", question.patients()),
            by("authorization", "memberId", question.members()),
            by("authorization", "number", numbers)));
  }

  /**
   * Payments under the claims' numbers as payers spell them, and those of the members whatever
   * their number; then what people decided about them, and the payments that people laid to the
   * claims.
   */
  private static List<List<Selector>> payments(Question question) {
    var claims = question.claims();
    return List.of(
        List.of(
            by("claim-payment", "controlNumber", spellings(claims)),
            by("claim-payment", "memberId", question.members()),
            by("remittance-match", "controlNumber", claims),
            by("patient-payment", "controlNumber", claims),
            by("patient-payment", "patientId", question.patients()),
            all("fee-schedule")),
        List.of(
            from("claim-payment", "id", "claimPaymentId"), from("remittance-match", "id", "id")),
        List.of(
            from("remittance", "remittanceId", "remittanceId"),
            by("remittance", "payerId", question.payers())));
  }

  private static Set<String> spellings(Set<String> claims) {
    var spellings = new TreeSet<String>();
    claims.forEach(number -> spellings.addAll(ControlNumbers.spellings(number)));
    return spellings;
  }

  private static void await(Future<?> asked) {
    try {
      asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
