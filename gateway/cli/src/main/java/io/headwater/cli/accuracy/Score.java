package io.headwater.cli.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers held against the truth. An answer is right where the roots it names are exactly the true
 * ones; its confidence is that of its first cause, which claims just that.
 */
public final class Score {
  private static final int BINS = 10;

  private final Bin[] bins = new Bin[BINS];
  private int asked;
  private int exact;
  private int first;
  private int third;
  private int sure;
  private double squares;

  /** Answers of about the same confidence. */
  private static final class Bin {
    private int answers;
    private int right;
    private double confidence;
  }

  /** Nothing asked yet. */
  public Score() {
    Arrays.setAll(bins, _ -> new Bin());
  }

  /**
   * Takes an answer of the one query.
   *
   * @param truth the codes of the true roots; empty where there is nothing to find
   */
  public void add(Collection<String> truth, JsonNode whyDenied) {
    Set<String> wanted = new TreeSet<>(truth);
    Set<String> roots = new TreeSet<>();
    boolean leads = false;
    boolean near = false;
    double confidence = -1;
    for (JsonNode cause : whyDenied.path("causes")) {
      boolean right = wanted.contains(cause.path("code").asText());
      if (cause.path("role").asText().equals("ROOT")) {
        roots.add(cause.path("code").asText());
        confidence = Math.max(confidence, cause.path("confidence").asDouble());
      }
      leads |= right && cause.path("rank").asInt() == 1;
      near |= right && cause.path("rank").asInt() <= 3;
    }
    boolean right = roots.equals(wanted);
    boolean nothing = wanted.isEmpty() && roots.isEmpty();
    asked++;
    exact += right ? 1 : 0;
    first += leads || nothing ? 1 : 0;
    third += near || nothing ? 1 : 0;
    if (confidence >= 0) {
      claim(confidence, right);
    }
  }

  private void claim(double confidence, boolean right) {
    Bin bin = bins[(int) Math.min(BINS - 1, confidence * BINS)];
    bin.answers++;
    bin.right += right ? 1 : 0;
    bin.confidence += confidence;
    sure++;
    squares += Math.pow(confidence - (right ? 1 : 0), 2);
  }

  /** How many questions were asked. */
  public int asked() {
    return asked;
  }

  /** The share of answers whose roots are exactly the true ones. */
  public double exact() {
    return (double) exact / asked;
  }

  /** The share of answers whose first cause is a true root. */
  public double atOne() {
    return (double) first / asked;
  }

  /** The share of answers with a true root among the first three causes. */
  public double atThree() {
    return (double) third / asked;
  }

  /** The mean squared distance of confidence from what came true; 0 is best. */
  public double brier() {
    return squares / sure;
  }

  /** How far confidence lies from how often it is right, bin by bin, weighed by answers. */
  public double calibrationError() {
    return Arrays.stream(bins)
        .mapToDouble(bin -> Math.abs(bin.confidence - bin.right) / sure)
        .sum();
  }

  /** A row of figures. */
  String row(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %.3f | %.4f | %.3f |",
        name,
        asked,
        exact(),
        atOne(),
        atThree(),
        brier(),
        calibrationError());
  }

  /** The reliability table: how often answers of about the same confidence were right. */
  String reliability() {
    return Arrays.stream(bins)
        .filter(bin -> bin.answers > 0)
        .map(
            bin ->
                String.format(
                    Locale.ROOT,
                    "| %.3f | %.3f | %d |",
                    bin.confidence / bin.answers,
                    (double) bin.right / bin.answers,
                    bin.answers))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "accuracy: %d claims, exact roots %.3f, at 1 %.3f, at 3 %.3f, Brier %.4f, calibration error"
            + " %.3f",
        asked,
        exact(),
        atOne(),
        atThree(),
        brier(),
        calibrationError());
  }
}
