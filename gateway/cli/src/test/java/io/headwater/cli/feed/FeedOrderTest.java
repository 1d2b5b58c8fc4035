package io.headwater.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedOrderTest {
  @TempDir private Path folder;

  @Test
  void aClaimFileAndARemittanceNeedNotWaitForOneAnother() throws IOException {
    Set<String> claims = kinds("a.x12", "ISA*00~GS*HC~ST*837*0001~SE*2*0001~");
    Set<String> payments = kinds("b.835", "ISA|00~\nGS|HP~\nST|835|0001~\nSE|2|0001~");

    assertThat(claims).containsExactly("claim");
    assertThat(payments).containsExactlyInAnyOrder("remittance", "claim-payment");
    assertThat(FeedOrder.ordered(claims, payments)).isFalse();
    assertThat(FeedOrder.ordered(claims, claims)).isTrue();
  }

  @Test
  void recordsNameTheirKinds() throws IOException {
    Set<String> records =
        kinds(
            "c.ndjson",
            """
            {"kind":"payer","record":{"kind":"no"}}
            {"record":{"kind":"no"},"kind":"claim"}
            not JSON
            """);

    assertThat(records).containsExactlyInAnyOrder("payer", "claim");
  }

  @Test
  void aSetThatIsNotKnownWaitsForAll() throws IOException {
    Set<String> unknown = kinds("d.x12", "ISA*00~GS*XX~ST*850*0001~SE*2*0001~");

    assertThat(unknown).isEqualTo(FeedOrder.ANY);
    assertThat(FeedOrder.ordered(unknown, kinds("e.ndjson", "{\"kind\":\"payer\"}"))).isTrue();
  }

  private Set<String> kinds(String name, String content) throws IOException {
    return FeedOrder.kinds(Files.writeString(folder.resolve(name), content));
  }
}
