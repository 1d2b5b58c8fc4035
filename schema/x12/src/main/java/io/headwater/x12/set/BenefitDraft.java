package io.headwater.x12.set;

import io.headwater.x12.record.EligibilityResponse.Benefit;
import io.headwater.x12.record.EligibilityResponse.RelatedEntity;
import io.headwater.x12.token.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An EB and what follows it, while it is read. */
final class BenefitDraft {
  private final TransactionReading reading;
  private final Segment eb;
  private Segment delivery;
  private final List<String> messages = new ArrayList<>();
  private final List<RelatedEntity> entities = new ArrayList<>();

  BenefitDraft(Segment eb, TransactionReading reading) {
    this.eb = eb;
    this.reading = reading;
    reading.required(eb, 1);
  }

  void message(Segment msg) {
    if (msg.at(1) != null) {
      messages.add(msg.at(1));
    }
  }

  void entity(Segment nm1) {
    var name =
        Stream.of(nm1.at(4), nm1.at(3)).filter(Objects::nonNull).collect(Collectors.joining(" "));
    entities.add(new RelatedEntity(nm1.at(1), name.isEmpty() ? null : name, nm1.at(9)));
  }

  /** HSD: how much there is of a benefit whose EB does not say, unless it is a rate. */
  void delivered(Segment hsd) {
    if (delivery == null && eb.at(10) == null && hsd.at(2) != null && hsd.at(3) == null) {
      delivery = hsd;
    }
  }

  Benefit benefit() {
    return new Benefit(
        eb.at(1),
        eb.at(2),
        eb.repeats(3),
        eb.at(4),
        eb.at(5),
        delivery == null ? eb.at(6) : Elements.first(eb.at(6), delivery.at(5)),
        reading.number(eb, 7),
        reading.number(eb, 8),
        delivery == null ? eb.at(9) : delivery.at(1),
        delivery == null ? reading.number(eb, 10) : reading.number(delivery, 2),
        eb.at(11),
        eb.at(12),
        Elements.procedure(eb, 13),
        messages.isEmpty() ? null : String.join(" ", messages),
        entities);
  }
}
