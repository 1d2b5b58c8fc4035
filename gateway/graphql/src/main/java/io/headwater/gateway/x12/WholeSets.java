package io.headwater.gateway.x12;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.record.FactBatches;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.upstream.FactStream;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.vocabulary.Owner;
import java.io.ByteArrayOutputStream;

/**
 * The facts of transaction sets on their way to their owners; a set goes whole or not at all. Small
 * sets travel together. A large one is sent while it is read, in one body that its owner keeps when
 * the set turns out to be good and forgets when it does not; so nothing is read twice, and nothing
 * has to be held.
 */
final class WholeSets {

  private static final int PIECE = 1 << 19;

  private final FactClient client;
  private final Caller caller;
  private final FactBatches together;

  /** What the open set has given since the last piece was sent. */
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();

  private Owner owner;
  private int facts;
  private FactStream stream;

  /** The facts go with what else is on its way. */
  WholeSets(FactClient client, Caller caller, FactBatches together) {
    this.client = client;
    this.caller = caller;
    this.together = together;
  }

  /** Where the next fact of the open set is to be written, as one line. */
  ByteArrayOutputStream line() {
    return open;
  }

  /** A fact of the open set was written. All facts of a set have the same owner. */
  void written(Owner of) {
    if (owner != null && owner != of) {
      throw new IllegalStateException("a set of " + owner + " and " + of);
    }
    owner = of;
    facts++;
    if (open.size() >= PIECE) {
      send();
    }
  }

  /** The open set is good: what it gave is kept. */
  void keep() {
    if (stream != null) {
      try {
        send();
        client.end(owner, stream, facts);
      } catch (ServiceAway away) {
        throw away(away);
      }
    } else if (facts > 0) {
      together.addTogether(owner, open.toByteArray(), facts);
    }
    next();
  }

  /** The open set is not: nothing of it is kept. */
  void drop() {
    if (stream != null) {
      stream.abandon();
    }
    next();
  }

  /** Sends what is left; when this returns, every set that was kept is durable and visible. */
  void flush() {
    together.flush();
  }

  private void send() {
    try {
      if (stream == null) {
        together.flush(owner);
        stream = client.stream(caller, owner);
      }
      stream.write(open.toByteArray());
      open.reset();
    } catch (ServiceAway away) {
      throw away(away);
    }
  }

  private void next() {
    owner = null;
    facts = 0;
    stream = null;
    open.reset();
  }

  private static RuntimeException away(ServiceAway away) {
    return ProblemKind.SERVICE_AWAY.with(away.getMessage());
  }
}
