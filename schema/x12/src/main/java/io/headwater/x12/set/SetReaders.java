package io.headwater.x12.set;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which guides are read, and by what. Any addendum or errata of a guide is that guide. */
public final class SetReaders {
  private static final Pattern GUIDE = Pattern.compile("(005010X\\d{3})([AE]\\d)*");

  private SetReaders() {}

  /** The reader of a set and version, empty where this platform does not read it. */
  public static Optional<SetReader> of(String set, String version, TransactionReading reading) {
    var guide = GUIDE.matcher(version == null ? "" : version);
    if (!guide.matches()) {
      return Optional.empty();
    }
    return switch (set + " " + guide.group(1)) {
      case "837 005010X222" -> Optional.of(new ProfessionalClaims(reading));
      case "835 005010X221" -> Optional.of(new Remittances(reading));
      case "270 005010X279" -> Optional.of(new EligibilityInquiries(reading));
      case "271 005010X279" -> Optional.of(new EligibilityResponses(reading));
      case "276 005010X212" -> Optional.of(new ClaimStatusInquiries(reading));
      case "277 005010X212" -> Optional.of(new ClaimStatuses(reading, false));
      case "277 005010X214" -> Optional.of(new ClaimStatuses(reading, true));
      case "278 005010X217" -> Optional.of(new Authorizations(reading));
      case "999 005010X231" -> Optional.of(new Acknowledgments999(reading));
      default -> Optional.empty();
    };
  }
}
