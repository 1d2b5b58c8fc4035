package io.headwater.chassis.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/** What events say. The outbox holds only which versions there is to tell of. */
public interface Announcements {

  /**
   * The texts of events, in the order given.
   *
   * @param connection sees the practice's facts
   * @param kinds of the facts, one an event
   * @param ids stored identities, one an event
   * @param versions one an event
   */
  Uni<List<String>> read(
      SqlConnection connection,
      UUID practice,
      List<String> kinds,
      List<String> ids,
      List<Integer> versions);
}
