package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.ClaimLine;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A service line of an 837P (loop 2400), while it is read. */
final class ClaimLineDraft {
  private final TransactionReading reading;
  private final Segment lx;
  private boolean serviced;
  private final Map<String, Party> providers = new HashMap<>();
  private Party at = new Party();
  private String procedure;
  private List<String> modifiers = List.of();
  private BigDecimal charge;
  private String unitType;
  private BigDecimal units;
  private String place;
  private List<String> pointers = List.of();
  private DateSpan served = DateSpan.NONE;
  private String control;
  private String authorization;
  private String referral;
  private final List<AdjudicationDraft> adjudications = new ArrayList<>();

  ClaimLineDraft(Segment lx, TransactionReading reading) {
    this.lx = lx;
    this.reading = reading;
  }

  void read(Segment s) {
    switch (s.id()) {
      case "SV1" -> service(s);
      case "DTP" -> {
        if (s.is(1, "472")) {
          served = reading.span(s, 3);
        } else if (s.is(1, "573") && !adjudications.isEmpty()) {
          adjudications.getLast().dated(s);
        }
      }
      case "REF" -> {
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "6R" -> control = s.at(2);
          case "G1" -> authorization = first(authorization, s.at(2));
          case "9F" -> referral = s.at(2);
          default -> {}
        }
      }
      case "SVD" -> adjudications.add(new AdjudicationDraft(s, reading));
      case "CAS" -> {
        if (adjudications.isEmpty()) {
          reading.tolerate(s, "an adjustment of a line without its payment (SVD) was left out");
        } else {
          adjudications.getLast().adjusted(s);
        }
      }
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        at = new Party().named(s);
        providers.putIfAbsent(Objects.requireNonNullElse(s.at(1), ""), at);
      }
      default -> at.read(s, reading);
    }
  }

  private void service(Segment s) {
    procedure = reading.requiredComponent(s, 1, 2);
    serviced = true;
    modifiers = Elements.modifiers(s, 1);
    charge = reading.requiredNumber(s, 2);
    unitType = s.at(3);
    units = reading.number(s, 4);
    place = s.at(5);
    pointers = s.components(7).stream().filter(Objects::nonNull).toList();
  }

  ClaimLine line() {
    if (!serviced) {
      reading.error(lx, null, Fault.MISSING_SEGMENT, "the line has no SV1");
    } else if (served.first() == null) {
      reading.error(lx, null, Fault.MISSING_SEGMENT, "the line has no date of service (DTP 472)");
    }
    var rendering = providers.getOrDefault("82", Party.NOBODY);
    var supervising = providers.getOrDefault("DQ", Party.NOBODY);
    return new ClaimLine(
        lx.at(1),
        procedure,
        modifiers,
        charge,
        unitType,
        units,
        place,
        pointers,
        served.first(),
        served.last(),
        control,
        rendering.npi,
        rendering.name,
        rendering.taxonomy,
        supervising.npi,
        supervising.name,
        authorization,
        referral,
        adjudications.stream().map(AdjudicationDraft::adjudication).toList());
  }
}
