package io.headwater.gateway.record;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.vocabulary.Owner;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Facts on their way: gathered by owner, sent a batch at a time. An owner gets its facts in order,
 * one batch under way while the next is gathered, so that reading never outruns writing by more.
 */
public final class FactBatches {

  private static final int LINES = 1000;
  private static final int BYTES = 2 << 20;

  private final FactClient client;
  private final Caller caller;
  private final Map<Owner, Batch> batches = new EnumMap<>(Owner.class);

  private static final class Batch {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int lines;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
  }

  /** Nothing gathered yet. */
  public FactBatches(FactClient client, Caller caller) {
    this.client = client;
    this.caller = caller;
  }

  /** Takes a fact, as one line of JSON; sends the owner's batch when it is full. */
  public void add(Owner owner, byte[] fact) {
    var batch = batches.computeIfAbsent(owner, o -> new Batch());
    batch.bytes.writeBytes(fact);
    batch.bytes.write('\n');
    batch.lines++;
    if (batch.lines >= LINES || batch.bytes.size() >= BYTES) {
      send(owner, batch);
    }
  }

  /** Takes lines that go together or not at all; they end up in one batch. */
  public void addTogether(Owner owner, byte[] lines, int count) {
    var batch = batches.computeIfAbsent(owner, o -> new Batch());
    batch.bytes.writeBytes(lines);
    batch.lines += count;
    if (batch.lines >= LINES || batch.bytes.size() >= BYTES) {
      send(owner, batch);
    }
  }

  /** Sends what one owner is to get; when this returns, it is durable and visible. */
  public void flush(Owner owner) {
    var batch = batches.get(owner);
    if (batch != null) {
      send(owner, batch);
      await(batch);
    }
  }

  /** Sends what is left; when this returns, all is durable and visible. */
  public void flush() {
    batches.forEach(this::send);
    batches.values().forEach(FactBatches::await);
  }

  private void send(Owner owner, Batch batch) {
    await(batch);
    if (batch.lines == 0) {
      return;
    }
    byte[] lines = batch.bytes.toByteArray();
    batch.bytes.reset();
    batch.lines = 0;
    batch.underWay =
        CompletableFuture.runAsync(
            () -> deliver(owner, lines), command -> Thread.ofVirtual().start(command));
  }

  private void deliver(Owner owner, byte[] lines) {
    try {
      client.record(caller, owner, () -> BodyPublishers.ofByteArray(lines));
    } catch (ServiceAway away) {
      throw ProblemKind.SERVICE_AWAY.with(away.getMessage());
    }
  }

  private static void await(Batch batch) {
    try {
      batch.underWay.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
    }
  }
}
