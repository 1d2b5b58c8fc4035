package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;

/** The claims of one Monday for one payer: one 837P transaction, one 999, one 277CA. */
record Batch(Payer payer, LocalDate on, List<Claim> claims, int group) {
  /** The reference of the batch (BHT03), which the 277CA gives back. */
  String reference() {
    return Interchange.day(on) + "-" + group;
  }
}
