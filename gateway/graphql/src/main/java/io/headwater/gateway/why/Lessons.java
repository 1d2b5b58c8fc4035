package io.headwater.gateway.why;

import io.headwater.gateway.upstream.Fact;
import io.headwater.rootcause.Learned;
import io.headwater.rootcause.Learned.Kind;
import io.headwater.rootcause.Learned.Tally;
import io.headwater.vocabulary.Cause;
import java.util.ArrayList;
import java.util.Collection;

/**
 * What the practice's outcomes teach, counted by the service that keeps them, so that a practice
 * with many is asked for no more rows than one with few.
 */
final class Lessons {

  /** The key by which outcomes are counted: type, reason, cause and payer, parted by a bar. */
  static final String KEY = "lesson";

  /** The kind under which the service answers a count of outcomes. */
  static final String COUNT = "outcome-count";

  private Lessons() {}

  /** The counts among the facts. */
  static Learned of(Collection<Fact> facts) {
    var tallies = new ArrayList<Tally>();
    for (var fact : facts) {
      if (fact.kind().equals(COUNT)) {
        var said = fact.record().path("value").asText().split("\\|", 4);
        var kind = said.length < 4 ? null : kind(said[0]);
        var cause = said.length < 4 ? null : Cause.of(said[2]).orElse(null);
        if (kind != null && cause != null) {
          tallies.add(
              new Tally(
                  said[3].isEmpty() ? null : said[3],
                  said[1].isEmpty() ? null : said[1],
                  cause,
                  kind,
                  fact.record().path("count").asLong()));
        }
      }
    }
    return tallies.isEmpty() ? Learned.NOTHING : new Learned(tallies);
  }

  /** What a type of outcome teaches, or null for what teaches nothing. */
  private static Kind kind(String type) {
    return switch (type) {
      case "CAUSE_CONFIRMED", "CAUSE_CORRECTED" -> Kind.CAUSE;
      case "CLAIM_PAID", "APPEAL_WON", "REQUEST_APPROVED" -> Kind.RECOVERED;
      case "CLAIM_DENIED_AGAIN", "APPEAL_LOST", "REQUEST_REFUSED", "WRITTEN_OFF" ->
          Kind.NOT_RECOVERED;
      default -> null;
    };
  }
}
