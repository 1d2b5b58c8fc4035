package io.headwater.x12.write;

import io.headwater.x12.ReadRecord;
import io.headwater.x12.X12File;
import io.headwater.x12.X12Reader;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.record.X12Record;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every golden file of a set that is written, read and written again. */
final class Written {
  private static final Path CASES = Path.of("src", "test", "resources");
  private static final Envelope ENVELOPE =
      Envelope.of("WILLOWCLINIC", "HARBORPAY", LocalDateTime.of(2026, 4, 1, 9, 30), 101);

  private Written() {}

  /** What is written, by the name of its folder. */
  static Map<String, String> all(Guide guide) throws IOException {
    var all = new TreeMap<String, String>();
    var folder = guide == Guide.CLAIM ? "837" : guide == Guide.ACKNOWLEDGMENT ? "" : guide.set();
    try (var walk = Files.walk(CASES.resolve(folder))) {
      for (var in : walk.filter(p -> p.endsWith("in.edi")).sorted().toList()) {
        try (var bytes = Files.newInputStream(in)) {
          var written = written(guide, X12Reader.collect(bytes));
          if (!written.isEmpty()) {
            all.put(CASES.relativize(in.getParent()).toString(), written);
          }
        }
      }
    }
    return all;
  }

  private static String written(Guide guide, X12File file) throws IOException {
    var out = new ByteArrayOutputStream();
    switch (guide) {
      case CLAIM -> {
        var claims = records(file, Claim.class);
        X12Writer.claims(out, ENVELOPE, submission(), claims);
      }
      case ELIGIBILITY ->
          X12Writer.eligibilityInquiries(out, ENVELOPE, records(file, EligibilityInquiry.class));
      case STATUS ->
          X12Writer.statusInquiries(out, ENVELOPE, records(file, ClaimStatusInquiry.class));
      case REVIEW -> {
        var requests =
            records(file, Authorization.class).stream().filter(a -> !a.response()).toList();
        if (!requests.isEmpty()) {
          X12Writer.authorizationRequests(out, ENVELOPE, requests);
        }
      }
      case ACKNOWLEDGMENT -> {
        var results = file.transactions().stream().map(X12File.Transaction::result).toList();
        if (!X12Writer.acknowledgeable(results).isEmpty()) {
          X12Writer.acknowledgments(out, ENVELOPE, results);
        }
      }
      case RECEIPT, REMITTANCE ->
          throw new IllegalArgumentException(guide + " is what a payer writes");
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Submission submission() {
    return new Submission(
        "WILLOW CLINIC", "WILLOWCLINIC", "BILLING", "5555550100", "HARBOR PAY", "HARBORPAY", "B-1");
  }

  private static <T extends X12Record> List<T> records(X12File file, Class<T> type) {
    return file.transactions().stream()
        .flatMap(t -> t.records().stream())
        .map(ReadRecord::record)
        .map(type::cast)
        .toList();
  }
}
