package io.headwater.gateway.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * An answer that comes in two parts: the facts, which are handed on as soon as they are whole, and
 * after the line {@code {"outlines":"follow"}} what was asked for in outline. An answer without
 * that line is of one part.
 */
final class AnswerBody implements BodySubscriber<AnswerBody.Parts> {

  private static final byte[] FOLLOW =
      "{\"outlines\":\"follow\"}".getBytes(StandardCharsets.US_ASCII);

  /**
   * What has come, and what is coming.
   *
   * @param facts lines of facts
   * @param outlines lines of outlines; fails when the answer breaks off
   */
  record Parts(ByteBuffer facts, CompletableFuture<byte[]> outlines) {}

  /** Bytes so far, whose array may be looked into. */
  private static final class Bytes extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }

  private final CompletableFuture<Parts> parts = new CompletableFuture<>();
  private final CompletableFuture<byte[]> outlines = new CompletableFuture<>();
  private Bytes bytes = new Bytes();
  private int line;
  private int looked;

  @Override
  public CompletionStage<Parts> getBody() {
    return parts;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (var piece : pieces) {
      byte[] some = new byte[piece.remaining()];
      piece.get(some);
      bytes.writeBytes(some);
    }
    if (!parts.isDone()) {
      look();
    }
  }

  /** Looks through the lines that are whole for the one that ends the facts. */
  private void look() {
    byte[] array = bytes.array();
    int end = bytes.size();
    int start = line;
    for (int at = looked; at < end; at++) {
      if (array[at] == '\n') {
        if (Arrays.equals(array, start, at, FOLLOW, 0, FOLLOW.length)) {
          bytes = new Bytes();
          bytes.write(array, at + 1, end - at - 1);
          parts.complete(new Parts(ByteBuffer.wrap(array, 0, start), outlines));
          return;
        }
        start = at + 1;
      }
    }
    line = start;
    looked = end;
  }

  @Override
  public void onError(Throwable broken) {
    var failure = broken instanceof IOException ? broken : new IOException(broken);
    parts.completeExceptionally(failure);
    outlines.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    if (!parts.isDone()) {
      boolean follow = Arrays.equals(bytes.array(), line, bytes.size(), FOLLOW, 0, FOLLOW.length);
      int facts = follow ? line : bytes.size();
      parts.complete(new Parts(ByteBuffer.wrap(bytes.array(), 0, facts), outlines));
      outlines.complete(new byte[0]);
    }
    outlines.complete(bytes.toByteArray());
  }
}
