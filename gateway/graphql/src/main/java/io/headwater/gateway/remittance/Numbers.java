package io.headwater.gateway.remittance;

import io.headwater.rootcause.match.ControlNumbers;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The control numbers of a practice's claims, and which of them a mangled number may be. */
final class Numbers {

  /** A number cut so short that it may be more claims than these tells nothing. */
  private static final int MOST = 50;

  private static final int LEAST = 6;

  private final Set<String> own;
  private final NavigableMap<String, Set<String>> forward = new TreeMap<>();
  private final NavigableMap<String, Set<String>> backward = new TreeMap<>();

  Numbers(List<String> own) {
    this.own = new HashSet<>(own);
    for (var number : own) {
      var plain = ControlNumbers.plain(number);
      forward.computeIfAbsent(plain, p -> new TreeSet<>()).add(number);
      backward.computeIfAbsent(reversed(plain), p -> new TreeSet<>()).add(number);
    }
  }

  boolean isClaim(String number) {
    return own.contains(number);
  }

  /** The claims that a number may be, mangled; see {@link ControlNumbers#resembles}. */
  Set<String> like(String sent) {
    var plain = ControlNumbers.plain(sent);
    var like = new TreeSet<>(forward.getOrDefault(plain, Set.of()));
    if (plain.length() >= LEAST) {
      startingWith(forward, plain, like);
      startingWith(backward, reversed(plain), like);
    }
    return like;
  }

  private static void startingWith(
      NavigableMap<String, Set<String>> numbers, String head, Set<String> like) {
    for (var entry : numbers.tailMap(head, true).entrySet()) {
      if (!entry.getKey().startsWith(head) || like.size() >= MOST) {
        return;
      }
      like.addAll(entry.getValue());
    }
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
