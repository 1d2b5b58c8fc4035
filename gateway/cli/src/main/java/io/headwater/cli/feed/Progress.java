package io.headwater.cli.feed;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress on standard error that appears when the work takes more than a second: a bar for a
 * person, a line now and then for a log.
 */
public final class Progress implements AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private static final boolean TERMINAL = System.console() != null && System.console().isTerminal();

  private final String task;
  private final long total;
  private final long from = System.nanoTime();
  private long done;
  private long told;
  private ProgressBar bar;

  /** Progress of a task of so many bytes. */
  public Progress(String task, long total) {
    this.task = task;
    this.total = total;
  }

  /** So many bytes more are done. */
  public synchronized void advance(long bytes) {
    done += bytes;
    if (System.nanoTime() - from < PATIENCE_NANOS) {
      return;
    }
    if (!TERMINAL) {
      tellQuarter();
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUnit(" kB", 1024)
              .setUpdateIntervalMillis(200)
              .build();
    }
    bar.stepTo(done);
  }

  private void tellQuarter() {
    long quarter = 4 * done / Math.max(1, total);
    if (quarter > told) {
      told = quarter;
      System.err.println(task + " " + 25 * quarter + " %");
    }
  }

  /** Prints a line without tearing the bar. */
  void beside(Runnable print) {
    if (bar != null) {
      System.err.print("\r\033[K");
    }
    print.run();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
