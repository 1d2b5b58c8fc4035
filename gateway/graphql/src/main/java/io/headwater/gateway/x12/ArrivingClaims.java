package io.headwater.gateway.x12;

import io.headwater.gateway.arrival.Arrival;
import io.headwater.gateway.arrival.Arrival.Claimed;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.record.Claim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The claims of a file that somebody watches for; holds nothing where nobody does. */
final class ArrivingClaims {

  private static final Function<TransactionResult, List<Integer>> PLACE =
      set -> List.of(set.header().interchange().ordinal(), set.header().ordinal());

  private final Set<String> payers;
  private final List<Placed> claims = new ArrayList<>();

  /** A claim, and the ordinals of its interchange and transaction set. */
  private record Placed(List<Integer> place, Claimed claim) {}

  ArrivingClaims(Set<String> payers) {
    this.payers = payers;
  }

  /** The same for another file. */
  ArrivingClaims another() {
    return new ArrivingClaims(payers);
  }

  /** Whether nobody watches. */
  boolean unwatched() {
    return payers.isEmpty();
  }

  /** Takes note of a claim; it counts when its transaction set does. */
  void read(ReadRecord read, FileSurvey survey) {
    if (payers.isEmpty() || !(read.record() instanceof Claim claim)) {
      return;
    }
    if (payers.contains(claim.payerId())) {
      var interchange = survey.interchange(read.interchange());
      claims.add(
          new Placed(
              List.of(read.interchange(), read.transaction()),
              new Claimed(
                  claim.controlNumber(),
                  claim.payerId(),
                  interchange.sender(),
                  interchange.receiver(),
                  claim.transmission() == null ? null : claim.transmission().batch())));
    }
  }

  /** What came in for the payers. */
  Arrival arrival(UUID practice, List<TransactionResult> sets) {
    var good = new HashSet<List<Integer>>();
    sets.stream().filter(set -> set.status() == Status.ACCEPTED).map(PLACE).forEach(good::add);
    var counted = claims.stream().filter(claim -> good.contains(claim.place())).toList();
    var of = counted.stream().map(Placed::place).collect(Collectors.toSet());
    return new Arrival(
        practice,
        counted.stream().map(Placed::claim).toList(),
        sets.stream().filter(set -> concerns(set, of)).toList());
  }

  private boolean concerns(TransactionResult set, Set<List<Integer>> places) {
    var header = set.header();
    return set.status() == Status.ACCEPTED
        ? places.contains(PLACE.apply(set))
        : header.group().isPresent()
            && (payers.contains(header.interchange().receiver().strip())
                || payers.contains(header.group().get().receiver()));
  }
}
