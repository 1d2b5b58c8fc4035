package io.headwater.x12.write;

import io.headwater.x12.write.ClaimReceipts.Receipt;
import io.headwater.x12.write.ClaimReceipts.Status;
import io.headwater.x12.write.SegmentWriter.Composite;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** Writes the 277CA. */
final class ClaimReceiptSet {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  private final SegmentWriter out;
  private final Parties parties;
  private int level;

  ClaimReceiptSet(SegmentWriter out) {
    this.out = out;
    this.parties = new Parties(out);
  }

  void write(ClaimReceipts all, LocalDateTime at) throws IOException {
    out.beginSet();
    out.segment("BHT", "0085", "08", all.reference(), at.toLocalDate(), TIME.format(at), "TH");
    level(null, "20", true);
    parties.organisation("PR", all.payerName(), "PI", all.payerId());
    out.segment("TRN", "1", all.reference());
    parties.date("050", all.receivedOn(), null);
    parties.date("009", all.processedOn(), null);
    int submitter = level(1, "21", true);
    parties.organisation("41", all.submitterName(), "46", all.submitterId());
    out.segment("TRN", "2", Parties.required("277CA", "the batch", all.batch()));
    totals(all);
    record Provider(String npi, String name) {}
    var providers = new LinkedHashMap<Provider, List<Receipt>>();
    for (var receipt : all.claims()) {
      providers
          .computeIfAbsent(
              new Provider(receipt.providerNpi(), receipt.providerName()),
              _ -> new java.util.ArrayList<>())
          .add(receipt);
    }
    for (var provider : providers.entrySet()) {
      int above = level(submitter, "19", true);
      var named = provider.getKey();
      parties.organisation("85", named.name(), "XX", named.npi());
      for (var receipt : provider.getValue()) {
        claim(all, receipt, above);
      }
    }
    out.endSet();
  }

  /** The batch as a whole was received; how many of its claims were taken, and their charges. */
  private void totals(ClaimReceipts all) throws IOException {
    var taken = all.claims().stream().filter(Receipt::taken).toList();
    var turned = all.claims().stream().filter(r -> !r.taken()).toList();
    out.segment(
        "STC", Composite.of("A1", "19", "PR"), all.processedOn(), "WQ", charges(all.claims()));
    count("90", taken);
    count("AA", turned);
    amount("YU", taken);
    amount("YY", turned);
  }

  private void count(String qualifier, List<Receipt> of) throws IOException {
    if (!of.isEmpty()) {
      out.segment("QTY", qualifier, of.size());
    }
  }

  private void amount(String qualifier, List<Receipt> of) throws IOException {
    if (!of.isEmpty()) {
      out.segment("AMT", qualifier, charges(of));
    }
  }

  private void claim(ClaimReceipts all, Receipt receipt, int above) throws IOException {
    level(above, "PT", false);
    parties.person("QC", receipt.patient(), "MI", receipt.memberId());
    out.segment("TRN", "2", Parties.required("277CA", "the claim", receipt.controlNumber()));
    for (var status : receipt.statuses()) {
      status(all, receipt, status);
    }
    parties.reference("1K", receipt.payerControlNumber());
    var to =
        Objects.equals(receipt.serviceFrom(), receipt.serviceTo()) ? null : receipt.serviceTo();
    parties.date("472", receipt.serviceFrom(), to);
  }

  private void status(ClaimReceipts all, Receipt receipt, Status status) throws IOException {
    out.segment(
        "STC",
        Composite.of(status.category(), status.code(), status.entity()),
        all.processedOn(),
        status.taken() ? "WQ" : "U",
        receipt.charge());
  }

  private int level(Integer above, String code, boolean children) throws IOException {
    level++;
    if (code.equals("PT")) {
      out.segment("HL", level, above, code);
    } else {
      out.segment("HL", level, above, code, children ? "1" : "0");
    }
    return level;
  }

  private static BigDecimal charges(List<Receipt> of) {
    return of.stream()
        .map(Receipt::charge)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
