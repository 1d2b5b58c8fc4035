package io.headwater.x12.write;

import io.headwater.x12.FunctionalGroup;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.EligibilityInquiry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Writes one interchange to a stream, which stays open. Records are taken one at a time. A record
 * that lacks what its set must carry is refused with a {@link NotWritableException}, which leaves
 * the stream unusable: write to a buffer or a file first.
 */
public final class X12Writer {
  private X12Writer() {}

  /**
   * 837P: one transaction set with these claims, original, replacement or void as the frequency of
   * each says.
   */
  public static void claims(
      OutputStream stream, Envelope envelope, Submission submission, Iterable<Claim> claims)
      throws IOException {
    try (var out = new SegmentWriter(stream, envelope, Guide.CLAIM)) {
      var set = new ClaimSet(out);
      set.begin(submission, envelope.at());
      for (var claim : claims) {
        set.claim(claim);
      }
      out.endSet();
    }
  }

  /** 270: a transaction set an inquiry. */
  public static void eligibilityInquiries(
      OutputStream stream, Envelope envelope, Iterable<EligibilityInquiry> inquiries)
      throws IOException {
    try (var out = new SegmentWriter(stream, envelope, Guide.ELIGIBILITY)) {
      for (var inquiry : inquiries) {
        new InquirySets(out, envelope.sender()).eligibility(inquiry);
      }
    }
  }

  /** 276: a transaction set an inquiry. */
  public static void statusInquiries(
      OutputStream stream, Envelope envelope, Iterable<ClaimStatusInquiry> inquiries)
      throws IOException {
    try (var out = new SegmentWriter(stream, envelope, Guide.STATUS)) {
      for (var inquiry : inquiries) {
        new InquirySets(out, envelope.sender()).status(inquiry, envelope.at());
      }
    }
  }

  /** 278 request: a transaction set a review asked for. */
  public static void authorizationRequests(
      OutputStream stream, Envelope envelope, Iterable<Authorization> requests) throws IOException {
    try (var out = new SegmentWriter(stream, envelope, Guide.REVIEW)) {
      for (var request : requests) {
        new InquirySets(out, envelope.sender()).review(request);
      }
    }
  }

  /** Those that a 999 speaks of: all but acknowledgments (FA), which are never acknowledged. */
  public static List<TransactionResult> acknowledgeable(List<TransactionResult> results) {
    return results.stream()
        .filter(
            r ->
                r.header()
                    .group()
                    .map(FunctionalGroup::functionalId)
                    .filter(id -> !id.equals("FA"))
                    .isPresent())
        .toList();
  }

  /**
   * 999: what became of the transaction sets received, a set for each functional group they came
   * in. Sets outside a group and acknowledgments are passed over.
   */
  public static void acknowledgments(
      OutputStream stream, Envelope envelope, List<TransactionResult> results) throws IOException {
    record Received(int interchange, Optional<FunctionalGroup> group) {}
    var groups = new LinkedHashMap<Received, List<TransactionResult>>();
    for (var result : acknowledgeable(results)) {
      var header = result.header();
      groups
          .computeIfAbsent(
              new Received(header.interchange().ordinal(), header.group()), _ -> new ArrayList<>())
          .add(result);
    }
    try (var out = new SegmentWriter(stream, envelope, Guide.ACKNOWLEDGMENT)) {
      for (var group : groups.values()) {
        new AcknowledgmentSet(out).group(group);
      }
    }
  }
}
