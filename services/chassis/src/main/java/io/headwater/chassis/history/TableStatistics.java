package io.headwater.chassis.history;

import io.headwater.chassis.tenancy.OwnerConnection;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells PostgreSQL what the tables look like while they grow. Autovacuum comes about a minute late,
 * and a bulk load into tables it knows nothing of goes by the wrong index: quadratic where it
 * should be linear.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class TableStatistics {

  private static final Logger LOG = Logger.getLogger(TableStatistics.class);
  private static final long FIRST = 2000;
  private static final long GROWTH = 8;

  private final OwnerConnection owner;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong next = new AtomicLong(FIRST);
  private final AtomicBoolean running = new AtomicBoolean();

  @Inject
  TableStatistics(OwnerConnection owner) {
    this.owner = owner;
  }

  /** Counts new rows; every now and then, in the background, the tables are analyzed. */
  void grownBy(long facts) {
    if (written.addAndGet(facts) >= next.get() && running.compareAndSet(false, true)) {
      next.set(written.get() * GROWTH);
      Thread.ofVirtual().name("analyze").start(this::analyze);
    }
  }

  private void analyze() {
    try {
      owner.run("analyze fact, fact_key");
    } catch (SQLException refused) {
      LOG.debugf("Statistics wait for autovacuum: %s", refused.getSQLState());
    } finally {
      running.set(false);
    }
  }
}
