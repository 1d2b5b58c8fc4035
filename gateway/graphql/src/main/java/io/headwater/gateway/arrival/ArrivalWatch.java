package io.headwater.gateway.arrival;

import java.util.Set;
import java.util.UUID;

/** Watches for claims of certain payers. */
public interface ArrivalWatch {

  /** The payers whose claims are watched for; none for most practices. */
  Set<String> payers(UUID practice);

  /** Takes note of claims, durably; what refuses here refuses the file. */
  void arrived(Arrival arrival);

  /** Does what there is to do about the claims that arrived, or leaves it for later. */
  void settle(UUID practice);
}
