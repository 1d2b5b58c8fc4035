package io.headwater.x12.set;

import io.headwater.x12.record.Address;
import io.headwater.x12.record.ClaimProvider;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.token.Segment;
import java.time.LocalDate;

/** Someone a loop names, with what follows the name. */
final class Party {
  static final Party NOBODY = new Party();

  PersonName name;
  String npi;
  String id;
  String tax;
  String taxQualifier;
  String taxonomy;
  String patientId;
  String group;
  LocalDate born;
  String sex;
  Address address;

  /** Takes NM1. */
  Party named(Segment nm1) {
    name = Elements.name(nm1);
    npi = Elements.npi(nm1);
    id = nm1.at(9);
    return this;
  }

  /** Family or organisation name. */
  String lastName() {
    return name == null ? null : name.last();
  }

  /** Takes what follows a name. */
  void read(Segment s, TransactionReading reading) {
    switch (s.id()) {
      case "REF" -> reference(s);
      case "PRV" -> taxonomy = s.at(3);
      case "N3" -> address = new Address(s.at(1), s.at(2), null, null, null);
      case "N4" ->
          address =
              new Address(
                  address == null ? null : address.line(),
                  address == null ? null : address.secondLine(),
                  s.at(1),
                  s.at(2),
                  s.at(3));
      case "DMG" -> {
        born = reading.day(s, 2);
        sex = s.at(3);
      }
      default -> {}
    }
  }

  /** As a provider of a claim. */
  ClaimProvider provider(String role) {
    return new ClaimProvider(role, name, npi, taxonomy, address);
  }

  private void reference(Segment s) {
    if (s.is(1, "EI") || s.is(1, "SY") && tax == null) {
      tax = s.at(2);
      taxQualifier = s.is(1, "SY") ? "SY" : null;
    } else if (s.is(1, "EJ")) {
      patientId = s.at(2);
    } else if (s.is(1, "6P") || s.is(1, "1L") && group == null) {
      group = s.at(2);
    }
  }
}
