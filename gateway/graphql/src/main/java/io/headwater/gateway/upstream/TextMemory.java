package io.headwater.gateway.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Remembers for a while what texts were read as, by the text itself: the same text means the same,
 * whoever sent it. Most questions of a practice are answered with the same facts about its payers,
 * clinicians and neighbours, word for word.
 *
 * @param <T> what texts are read as; shared by many questions, so never changed
 */
public final class TextMemory<T> {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int OVERHEAD = 100;

  /** Reads a piece of a text. */
  public interface Reading<T> {

    /** What the piece says. */
    T read(byte[] text, int from, int length) throws IOException;
  }

  private final Cache<Piece, T> remembered;
  private final Reading<T> reading;

  /**
   * Remembers nothing yet.
   *
   * @param bytes of text to remember at most
   */
  public TextMemory(long bytes, Reading<T> reading) {
    this.reading = reading;
    this.remembered =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Piece piece, T _) -> piece.length + OVERHEAD)
            .expireAfterAccess(REMEMBERED)
            .build();
  }

  /** What a piece of a text says, read now or earlier. */
  public T read(byte[] text, int from, int length) throws IOException {
    var piece = Piece.of(text, from, length);
    T known = remembered.getIfPresent(piece);
    if (known == null) {
      known = reading.read(text, from, length);
      remembered.put(piece.alone(), known);
    }
    return known;
  }

  /** A piece of a text, the same as any other of the same bytes. */
  private static final class Piece {
    private final byte[] text;
    private final int from;
    private final int length;
    private final int sum;

    private Piece(byte[] text, int from, int length, int sum) {
      this.text = text;
      this.from = from;
      this.length = length;
      this.sum = sum;
    }

    static Piece of(byte[] text, int from, int length) {
      var sum = new CRC32C();
      sum.update(text, from, length);
      return new Piece(text, from, length, (int) sum.getValue());
    }

    /** The same without the text around it. */
    Piece alone() {
      return new Piece(Arrays.copyOfRange(text, from, from + length), 0, length, sum);
    }

    @Override
    public int hashCode() {
      return sum;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Piece piece
          && piece.sum == sum
          && Arrays.equals(
              piece.text, piece.from, piece.from + piece.length, text, from, from + length);
    }
  }
}
