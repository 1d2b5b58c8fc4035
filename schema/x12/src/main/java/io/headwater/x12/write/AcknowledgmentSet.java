package io.headwater.x12.write;

import io.headwater.x12.Fault;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.X12Error;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Writes the 999 for one functional group received. */
final class AcknowledgmentSet {
  private final SegmentWriter out;

  AcknowledgmentSet(SegmentWriter out) {
    this.out = out;
  }

  void group(List<TransactionResult> results) throws IOException {
    var group =
        results
            .getFirst()
            .header()
            .group()
            .orElseThrow(() -> new NotWritableException("GS is missing"));
    out.beginSet();
    out.segment(
        "AK1",
        echo(group.functionalId(), 2, 2, "Z"),
        echo(digits(group.controlNumber()), 1, 9, "0"),
        echo(group.version(), 0, 12, null));
    var accepted = 0;
    for (var result : results) {
      accepted += result.status() == Status.ACCEPTED ? 1 : 0;
      set(result);
    }
    var verdict = accepted == results.size() ? "A" : accepted == 0 ? "R" : "P";
    out.segment("AK9", verdict, results.size(), results.size(), accepted);
    out.endSet();
  }

  private void set(TransactionResult result) throws IOException {
    var header = result.header();
    out.segment(
        "AK2",
        echo(header.set(), 3, 3, "0"),
        echo(header.controlNumber(), 4, 9, "0"),
        echo(header.version(), 0, 35, null));
    var segments = new LinkedHashMap<Integer, List<X12Error>>();
    for (var error : result.errors()) {
      if (!error.code().acknowledgedIn().equals("IK502")) {
        segments.merge(
            error.position(),
            List.of(error),
            (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
      }
    }
    for (var errors : segments.values()) {
      segment(errors);
    }
    if (result.status() == Status.ACCEPTED) {
      out.segment("IK5", "A");
    } else {
      out.segment("IK5", "R", reason(result));
    }
  }

  /**
   * What the sender gave, as far as the element that gives it back can carry it: one bad header
   * must not cost a file the answer to all that is good in it.
   */
  private static String echo(String given, int least, int most, String filling) {
    if (given == null && least == 0) {
      return null;
    }
    var value = given == null ? "" : given;
    var filled =
        filling == null ? value : filling.repeat(Math.max(0, least - value.length())) + value;
    return filled.substring(0, Math.min(most, filled.length()));
  }

  private static String digits(String number) {
    return number == null ? null : number.replaceAll("\\D", "");
  }

  private void segment(List<X12Error> errors) throws IOException {
    var first = errors.getFirst();
    var name = first.segment().equals("?") ? "UNK" : first.segment();
    var ofElements = first.code().acknowledgedIn().equals("IK403");
    out.segment(
        "IK3", name, first.position(), null, ofElements ? "8" : first.code().acknowledgmentCode());
    for (var error : errors) {
      if (error.element() != null && error.code().acknowledgedIn().equals("IK403")) {
        out.segment("IK4", error.element(), null, error.code().acknowledgmentCode());
      }
    }
  }

  /** IK502 of a set that is not taken: its own reason, else 5, one or more segments in error. */
  private static String reason(TransactionResult result) {
    return result.errors().stream()
        .map(X12Error::code)
        .filter(code -> code.acknowledgedIn().equals("IK502"))
        .map(Fault::acknowledgmentCode)
        .findFirst()
        .orElse("5");
  }
}
