package io.headwater.cli.feed;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error that appears when the work takes more than a second. */
public final class Progress implements AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private final String task;
  private final long total;
  private final long from = System.nanoTime();
  private long done;
  private ProgressBar bar;

  /** Progress of a task of so many bytes. */
  public Progress(String task, long total) {
    this.task = task;
    this.total = total;
  }

  /** So many bytes more are done. */
  public void advance(long bytes) {
    done += bytes;
    if (bar == null && System.nanoTime() - from > PATIENCE_NANOS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUnit(" kB", 1024)
              .setUpdateIntervalMillis(200)
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /** Prints a line without tearing the bar. */
  void beside(Runnable print) {
    if (bar != null && System.console() != null) {
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
