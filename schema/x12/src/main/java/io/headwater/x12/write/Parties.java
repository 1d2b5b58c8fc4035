package io.headwater.x12.write;

import io.headwater.x12.record.Address;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.write.SegmentWriter.Composite;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Segments that are written the same in every set. */
final class Parties {
  private final SegmentWriter out;

  Parties(SegmentWriter out) {
    this.out = out;
  }

  /** NM1 of a person, or of an organisation where there is no first name. */
  void name(String role, PersonName name, String qualifier, String id) throws IOException {
    var first = name == null ? null : name.first();
    out.segment(
        "NM1",
        role,
        first == null ? "2" : "1",
        name == null ? null : name.last(),
        first,
        null,
        null,
        null,
        id == null ? null : qualifier,
        id);
  }

  /** NM1 of one who is always a person. */
  void person(String role, PersonName name, String qualifier, String id) throws IOException {
    out.segment(
        "NM1",
        role,
        "1",
        name == null ? null : name.last(),
        name == null ? null : name.first(),
        null,
        null,
        null,
        id == null ? null : qualifier,
        id);
  }

  /** NM1 of an organisation. */
  void organisation(String role, String name, String qualifier, String id) throws IOException {
    name(role, new PersonName(null, name), qualifier, id);
  }

  /** N3 and N4, where known. */
  void address(Address address) throws IOException {
    if (address == null) {
      return;
    }
    if (address.line() != null) {
      out.segment("N3", address.line(), address.secondLine());
    }
    out.segment("N4", address.city(), address.state(), digits(address.zip()));
  }

  /** A ZIP+4 without the dash that people write in it. */
  private static String digits(String zip) {
    return zip == null || !zip.matches("\\d{5}[- ]\\d{4}")
        ? zip
        : zip.substring(0, 5) + zip.substring(6);
  }

  /** DMG, where a birth date is known. */
  void born(LocalDate birthDate, String sex) throws IOException {
    if (birthDate != null) {
      out.segment("DMG", "D8", birthDate, sex);
    }
  }

  /** REF, where there is a value. */
  void reference(String qualifier, String value) throws IOException {
    if (value != null) {
      out.segment("REF", qualifier, value);
    }
  }

  /** DTP of a day or a range, where there is one. */
  void date(String qualifier, LocalDate first, LocalDate last) throws IOException {
    if (first == null) {
      return;
    }
    if (last == null) {
      out.segment("DTP", qualifier, "D8", first);
    } else {
      out.segment("DTP", qualifier, "RD8", compact(first) + "-" + compact(last));
    }
  }

  /** HI: the first diagnosis is the principal one. */
  void diagnoses(List<String> codes) throws IOException {
    if (codes.isEmpty()) {
      return;
    }
    var composites = new ArrayList<Composite>();
    for (var code : codes) {
      composites.add(
          Composite.of(
              composites.isEmpty() ? "ABK" : "ABF",
              io.headwater.x12.record.Diagnoses.undotted(code)));
    }
    out.segment("HI", composites.toArray());
  }

  /** A procedure with its modifiers, as HC:90837:95. */
  static Composite procedure(String code, List<String> modifiers) {
    var parts = new ArrayList<String>(List.of("HC", code));
    parts.addAll(modifiers);
    return new Composite(parts);
  }

  /** The value, or a refusal that names the field. */
  static <T> T required(String what, String field, T value) {
    if (value == null) {
      throw new NotWritableException(what + ": " + field + " is missing");
    }
    return value;
  }

  private static String compact(LocalDate day) {
    return day.toString().replace("-", "");
  }
}
