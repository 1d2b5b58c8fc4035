package io.headwater.gateway.why;

import io.headwater.rootcause.Dossier;

/** Facts gathered for one question become the dossier of its claim. */
final class Dossiers {

  /** The dossier of a claim, with everything gathered. */
  Dossier dossier(String controlNumber, Gathered gathered) {
    return new ReadFacts(gathered).only(controlNumber);
  }
}
