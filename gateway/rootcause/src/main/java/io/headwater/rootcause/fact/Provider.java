package io.headwater.rootcause.fact;

import java.time.LocalDate;
import java.util.List;

/** A clinician. */
public record Provider(
    String npi,
    String name,
    String licenseLevel,
    List<Taxonomy> taxonomies,
    List<License> licenses,
    Caqh caqh,
    LocalDate hiredOn) {
  /** Missing lists are empty. */
  public Provider {
    taxonomies = taxonomies == null ? List.of() : List.copyOf(taxonomies);
    licenses = licenses == null ? List.of() : List.copyOf(licenses);
  }
}
