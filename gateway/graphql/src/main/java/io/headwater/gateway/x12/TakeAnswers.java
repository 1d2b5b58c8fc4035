package io.headwater.gateway.x12;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.spool.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** The way in for X12 that is written here: read, kept and listed as any partner's file is. */
@ApplicationScoped
public class TakeAnswers {

  private final ReadFile read;

  TakeAnswers(ReadFile read) {
    this.read = read;
  }

  /** Reads the text and gives the id of its file; the same text is read once. */
  public UUID take(Caller caller, String text, Instant recordedAt) throws IOException {
    var body = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var spool = Spool.of(body, null)) {
      return read.read(caller, spool, recordedAt).file().id();
    }
  }
}
