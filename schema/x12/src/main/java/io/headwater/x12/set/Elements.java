package io.headwater.x12.set;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms of segments that mean the same in every set. */
final class Elements {
  private static final Pattern DIGITS = Pattern.compile("\\d{10}");

  private static final Set<String> OTHER_IDENTIFIERS =
      Set.of("24", "34", "46", "EI", "FI", "II", "MI", "PI", "SV", "SY");

  private Elements() {}

  /** NM103 and NM104. */
  static PersonName name(Segment nm1) {
    return nm1.at(3) == null && nm1.at(4) == null ? null : new PersonName(nm1.at(4), nm1.at(3));
  }

  /** NM109, unless NM108 says it is something else than an NPI, such as a tax number. */
  static String npi(Segment nm1) {
    var qualifier = nm1.at(8);
    var id = nm1.at(9);
    if (qualifier == null) {
      return id != null && DIGITS.matcher(id).matches() ? id : null;
    }
    return OTHER_IDENTIFIERS.contains(qualifier) ? null : id;
  }

  /** The procedure of a composite such as HC:90837:95. */
  static String procedure(Segment segment, int element) {
    return segment.at(element, 2);
  }

  /** Its modifiers. */
  static List<String> modifiers(Segment segment, int element) {
    var parts = segment.components(element);
    return parts.subList(Math.min(2, parts.size()), Math.min(6, parts.size())).stream()
        .filter(Objects::nonNull)
        .toList();
  }

  /** Up to six reasons of a CAS; a reason without an amount takes nothing. */
  static List<Adjustment> adjustments(Segment cas, TransactionReading reading) {
    var adjustments = new ArrayList<Adjustment>();
    for (var element = 2; element <= Math.min(cas.size(), 17); element += 3) {
      if (cas.at(element) != null || cas.at(element + 1) != null) {
        var amount = reading.number(cas, element + 1);
        adjustments.add(
            new Adjustment(
                cas.at(1),
                cas.at(element),
                amount == null ? BigDecimal.ZERO : amount,
                reading.number(cas, element + 2)));
      }
    }
    return adjustments;
  }

  /** The first that is not null, or null. */
  static <T> T first(T one, T other) {
    return one != null ? one : other;
  }
}
