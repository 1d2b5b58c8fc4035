package io.headwater.gateway.fake;

/** 835 files of any size. */
public final class Remittances {

  private Remittances() {}

  /** One interchange of one functional group that holds these transaction sets. */
  public static String interchange(String... sets) {
    return """
        ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260310*1200*^*00501*000000077*0*P*:~
        GS*HP*PAYER*PRACTICE*20260310*1200*77*X*005010X221A1~
        """
        + String.join("", sets)
        + "GE*"
        + sets.length
        + "*77~\nIEA*1*000000077~\n";
  }

  /**
   * A payment of so many claims, each of two lines; claims are named after the trace number.
   *
   * @param end the control number that its SE gives
   */
  public static String set(String control, String trace, int claims, String end) {
    var text = new StringBuilder();
    text.append(
        """
        ST*835*%s~
        BPR*I*%d*C*ACH************20260310~
        TRN*1*%s*1512345678~
        N1*PR*NORTHSTAR*XV*60054~
        N1*PE*CEDAR HOLLOW*XX*1900000112~
        LX*1~
        """
            .formatted(control, 105L * claims, trace));
    for (int i = 1; i <= claims; i++) {
      text.append(
          """
          CLP*%s-%d*1*300*105**CI*ICN%d*11*1~
          NM1*QC*1*DOE*JANE****MI*W%d~
          SVC*HC:90837*150*105**1~
          DTM*472*20260202~
          CAS*CO*45*45~
          SVC*HC:90785*150*0**1~
          DTM*472*20260202~
          CAS*CO*197*150~
          LQ*HE*N54~
          """
              .formatted(trace, i, i, i));
    }
    return text.append("SE*%d*%s~\n".formatted(7 + 9 * claims, end)).toString();
  }
}
