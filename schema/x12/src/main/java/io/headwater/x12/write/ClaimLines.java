package io.headwater.x12.write;

import static io.headwater.x12.write.Parties.required;

import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimLine;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.write.SegmentWriter.Composite;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Service lines of an 837P (loops 2400, 2420 and 2430). */
final class ClaimLines {
  private final SegmentWriter out;
  private final Parties parties;
  private final Coordination coordination;

  ClaimLines(SegmentWriter out, Coordination coordination) {
    this.out = out;
    this.parties = new Parties(out);
    this.coordination = coordination;
  }

  void line(ClaimLine line, Claim claim, String of) throws IOException {
    var number = required(of, "the number of a line", line.number());
    var what = of + " line " + number;
    out.segment("LX", number);
    if (line.modifiers().size() > 4) {
      throw new NotWritableException(what + ": a procedure has at most four modifiers");
    }
    out.segment(
        "SV1",
        Parties.procedure(required(what, "procedure", line.procedure()), line.modifiers()),
        required(what, "charge", line.charge()),
        Objects.requireNonNullElse(line.unitType(), "UN"),
        required(what, "units", line.units()),
        line.placeOfService(),
        null,
        new Composite(pointers(line, claim, what)));
    parties.date("472", required(what, "serviceDate", line.serviceDate()), line.serviceDateEnd());
    parties.reference("G1", line.authorizationNumber());
    parties.reference("6R", line.lineControl());
    parties.reference("9F", line.referralNumber());
    provider("82", line.renderingNpi(), line.renderingName(), line.renderingTaxonomy(), what);
    provider("DQ", line.supervisingNpi(), line.supervisingName(), null, what);
    coordination.line(line, what);
  }

  /** SV107: one to four diagnoses of the claim; the principal one where the line says none. */
  private static List<String> pointers(ClaimLine line, Claim claim, String what) {
    var pointers = line.diagnosisPointers();
    if (pointers.isEmpty()) {
      return List.of("1");
    }
    for (var pointer : pointers) {
      if (!pointer.matches("\\d{1,2}")
          || Integer.parseInt(pointer) < 1
          || Integer.parseInt(pointer) > claim.diagnoses().size()) {
        throw new NotWritableException(what + ": a pointer to a diagnosis the claim does not have");
      }
    }
    return pointers;
  }

  private void provider(String role, String npi, PersonName name, String taxonomy, String what)
      throws IOException {
    if (npi == null) {
      return;
    }
    parties.name(role, required(what, "the name of provider " + role, name), "XX", npi);
    if (taxonomy != null) {
      out.segment("PRV", "PE", "PXC", taxonomy);
    }
  }
}
