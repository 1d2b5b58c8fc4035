package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.x12.TransactionResult.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A payment of any size is told claim by claim, while its stream is still being read. */
class StreamingTest {
  private static final int CLAIMS = 30_000;

  @Test
  void aClaimIsToldBeforeTheFileIsRead() throws IOException {
    var payment = new Payment();
    var told = new int[1];
    var furthest = new long[1];
    var summary =
        X12Reader.read(
            payment,
            new X12Listener() {
              @Override
              public void record(ReadRecord read) {
                var expected = (long) told[0]++ * Payment.BYTES_OF_A_CLAIM;
                furthest[0] = Math.max(furthest[0], payment.given - expected);
              }

              @Override
              public void transactionEnd(TransactionResult result) {
                assertThat(result.status()).isEqualTo(Status.ACCEPTED);
                assertThat(result.warnings()).isEmpty();
              }
            });
    assertThat(summary.records()).isEqualTo(CLAIMS + 1);
    assertThat(furthest[0]).as("bytes read ahead of what was told").isLessThan(200_000);
  }

  /** An 835 that is made while it is read. */
  private static final class Payment extends InputStream {
    static final int BYTES_OF_A_CLAIM = claim(0).length;

    private byte[] piece = head();
    private int at;
    private int next;
    long given;

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at == piece.length) {
        if (next > CLAIMS) {
          return -1;
        }
        piece = next < CLAIMS ? claim(next) : tail();
        next++;
        at = 0;
      }
      var count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, from, count);
      at += count;
      given += count;
      return count;
    }

    private static byte[] head() {
      return bytes(
          "ISA*00*          *00*          *ZZ*HARBORPAY      *ZZ*WILLOWCLINIC   *260401*0930*^*00501*000000101*0*T*:~"
              + "GS*HP*HARBORPAY*WILLOWCLINIC*20260401*0930*101*X*005010X221A1~ST*835*0001~"
              + "BPR*I*"
              + CLAIMS * 100L
              + "*C*ACH************20260401~TRN*1*CHK1*1930000099~N1*PR*HARBOR PAY~N1*PE*WILLOW*XX*1777000013~LX*1~");
    }

    private static byte[] claim(int number) {
      return bytes(
          "CLP*WC-%07d*1*185*100*25*12*HRB%07d*11*1~SVC*HC:90837*185*100**1~DTM*472*20260330~CAS*CO*45*60~CAS*PR*3*25~REF*6R*1~"
              .formatted(number, number));
    }

    private static byte[] tail() {
      return bytes("SE*" + (CLAIMS * 6L + 7) + "*0001~GE*1*101~IEA*1*000000101~");
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
