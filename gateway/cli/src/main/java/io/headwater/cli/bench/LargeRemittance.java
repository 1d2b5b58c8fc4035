package io.headwater.cli.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes an 835 of one transaction set and any number of claims, two lines and three adjustments
 * each, every second line denied. The people in it are made up.
 */
public final class LargeRemittance {
  private static final String PAYER = "60054";
  private static final String[] LAST = {
    "ALDER", "BIRCH", "CEDAR", "DOGWOOD", "ELM", "FIR", "HAZEL"
  };
  private static final String[] FIRST = {"ANA", "BEN", "CLEO", "DEV", "EVA"};
  private static final int HEAD_SEGMENTS = 9;
  private static final int CLAIM_SEGMENTS = 13;
  private static final int PAID = 105;

  private LargeRemittance() {}

  /** Writes the file; {@code trace} tells its claims from those of others. */
  public static void write(Path file, String trace, int claims) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(
          """
          ISA*00*          *00*          *ZZ*%-15s*ZZ*CEDARHOLLOW    *260310*1200*^*00501*000000077*0*P*:~
          GS*HP*%s*CEDARHOLLOW*20260310*1200*77*X*005010X221A1~
          ST*835*0001~
          BPR*I*%d*C*ACH*CCP*01*111000025*DA*4400123*1741555010**01*122100024*DA*77009913*20260310~
          TRN*1*%s*1741555010~
          DTM*405*20260310~
          N1*PR*NORTHSTAR HEALTH*XV*%s~
          N3*PO BOX 9020~
          N4*DAYTON*OH*45401~
          N1*PE*CEDAR HOLLOW COUNSELING*XX*1900000203~
          LX*1~
          """
              .formatted(PAYER, PAYER, (long) PAID * claims, trace, PAYER));
      for (int claim = 1; claim <= claims; claim++) {
        claim(out, trace, claim);
      }
      out.write(
          String.format(
              Locale.ROOT,
              "SE*%d*0001~\nGE*1*77~\nIEA*1*000000077~\n",
              HEAD_SEGMENTS + CLAIM_SEGMENTS * claims + 1));
    }
  }

  private static void claim(BufferedWriter out, String trace, int claim) throws IOException {
    String number = trace + "-" + claim;
    out.write("CLP*" + number + "*1*320*105*20*CI*ICN" + number + "*11*1~\n");
    out.write(
        "NM1*QC*1*"
            + LAST[claim % LAST.length]
            + "*"
            + FIRST[claim % FIRST.length]
            + "****MI*W"
            + (100_000 + claim / 8)
            + "~\nNM1*82*1*LIND*MARA****XX*1900000112~\nDTM*050*20260303~\n");
    out.write("SVC*HC:90837:95*170*105**1~\nDTM*472*20260202~\nCAS*CO*45*45~\nCAS*PR*3*20~\n");
    out.write("REF*6R*" + number + "L1~\nAMT*B6*125~\n");
    out.write("SVC*HC:90785*150*0**1~\nDTM*472*20260202~\nCAS*CO*197*150~\n");
  }
}
