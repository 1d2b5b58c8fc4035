package io.headwater.x12.set;

import io.headwater.x12.Fault;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Acknowledgment.SyntaxError;
import io.headwater.x12.token.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The 999: one acknowledgment a transaction set answered, or one for the group where it names none,
 * and where it refuses the group though every set that it names is good.
 */
final class Acknowledgments999 implements SetReader {
  private static final Set<String> ACCEPTED = Set.of("A", "E", "P");

  private final TransactionReading reading;
  private final List<SyntaxError> errors = new ArrayList<>();
  private Segment ak1;
  private Segment ak2;
  private Segment ik3;
  private String claim;
  private boolean answered;
  private boolean refused;
  private int told;

  Acknowledgments999(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "AK1" -> ak1 = s;
      case "AK2" -> {
        unanswered();
        ak2 = s;
        answered = false;
        reading.required(s, 2);
      }
      case "IK3" -> {
        ik3 = s;
        claim = null;
        errors.add(new SyntaxError(s.at(1), ordinal(s.at(2)), s.at(3), null, s.at(4), null, null));
      }
      case "CTX" -> context(s);
      case "IK4" -> {
        if (ik3 != null) {
          errors.add(
              new SyntaxError(
                  ik3.at(1),
                  ordinal(ik3.at(2)),
                  ik3.at(3),
                  ordinal(s.at(1, 1)),
                  s.at(3),
                  s.at(4),
                  claim));
        }
      }
      case "IK5" -> answer(s);
      case "AK9" -> {
        unanswered();
        if (told == 0 || s.is(1, "R") && !refused) {
          ak2 = null;
          answer(s);
        }
      }
      default -> {}
    }
  }

  private void answer(Segment s) {
    if (s.id().equals("IK5") && answered) {
      reading.tolerate(s, "a second IK5 for one AK2 was passed over");
      return;
    }
    reading.required(s, 1);
    reading.oneOf(s, 1, "A", "E", "M", "P", "R", "W", "X");
    answered = true;
    refused |= s.at(1) == null || !ACCEPTED.contains(s.at(1));
    told++;
    var header = reading.header();
    reading.tell(
        reading.position(ak2 == null ? s : ak2),
        new Acknowledgment(
            "999-"
                + header.interchange().controlNumber()
                + "-"
                + header.controlNumber()
                + "-"
                + (ak1 == null ? "" : ak1.at(2))
                + (ak2 == null ? "" : "-" + ak2.at(2))
                + "-"
                + told,
            "999",
            null,
            null,
            null,
            s.at(1),
            s.id().equals("IK5") ? s.at(2) : s.at(5),
            null,
            null,
            s.at(1) != null && ACCEPTED.contains(s.at(1)),
            null,
            null,
            null,
            null,
            null,
            null,
            header.interchange().date(),
            null,
            null,
            ak1 == null ? null : ak1.at(1),
            ak1 == null ? null : ak1.at(2),
            ak2 == null ? null : ak2.at(2),
            List.of(),
            List.copyOf(errors)));
    errors.clear();
    ik3 = null;
  }

  /** CTX names the claim that the segment in error stands in; what IK4 adds stands in it too. */
  private void context(Segment s) {
    if (ik3 == null || !"CLM01".equals(s.at(1, 1)) || s.at(1, 2) == null) {
      return;
    }
    claim = s.at(1, 2);
    var last = errors.removeLast();
    errors.add(
        new SyntaxError(
            last.segment(),
            last.position(),
            last.loop(),
            last.element(),
            last.code(),
            last.value(),
            claim));
  }

  private void unanswered() {
    if (ak2 != null && !answered) {
      reading.error(ak2, null, Fault.MISSING_SEGMENT, "AK2 has no IK5");
    }
  }

  @Override
  public void end() {
    unanswered();
    if (ak1 == null) {
      reading.error("AK1", 2, null, Fault.MISSING_SEGMENT, "AK1 is missing");
    } else if (told == 0) {
      reading.error("AK9", 3, null, Fault.MISSING_SEGMENT, "AK9 is missing");
    }
  }

  private static Integer ordinal(String value) {
    return value != null && value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
  }
}
