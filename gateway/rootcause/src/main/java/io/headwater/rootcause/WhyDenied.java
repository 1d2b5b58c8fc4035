package io.headwater.rootcause;

/** The one question. */
public final class WhyDenied {

  private WhyDenied() {}

  /** Why the claim of the dossier stands as it does, known at the dossier's instant. */
  public static Diagnosis diagnose(Dossier dossier) {
    throw new IllegalArgumentException("no claim " + dossier.controlNumber());
  }
}
