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

/** The claims of a file that somebody watches for; holds nothing where nobody does. */
final class ArrivingClaims {

  private final Set<String> payers;
  private final List<Claimed> claims = new ArrayList<>();
  private final Set<List<Integer>> places = new HashSet<>();

  ArrivingClaims(Set<String> payers) {
    this.payers = payers;
  }

  /** Whether nobody watches. */
  boolean unwatched() {
    return payers.isEmpty();
  }

  /** Takes note of a claim that counts. */
  void read(ReadRecord read, FileSurvey survey) {
    if (payers.isEmpty() || !(read.record() instanceof Claim claim)) {
      return;
    }
    if (payers.contains(claim.payerId())) {
      var interchange = survey.interchange(read.interchange());
      places.add(List.of(read.interchange(), read.transaction()));
      claims.add(
          new Claimed(
              claim.controlNumber(),
              claim.payerId(),
              interchange.sender(),
              interchange.receiver(),
              claim.transmission() == null ? null : claim.transmission().batch()));
    }
  }

  /** What came in for the payers. */
  Arrival arrival(UUID practice, List<TransactionResult> sets) {
    return new Arrival(practice, claims, sets.stream().filter(this::concerns).toList());
  }

  private boolean concerns(TransactionResult set) {
    var header = set.header();
    return set.status() == Status.ACCEPTED
        ? places.contains(List.of(header.interchange().ordinal(), header.ordinal()))
        : header.group().isPresent()
            && (payers.contains(header.interchange().receiver().strip())
                || payers.contains(header.group().get().receiver()));
  }
}
