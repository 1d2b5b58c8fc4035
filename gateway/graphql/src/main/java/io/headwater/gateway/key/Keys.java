package io.headwater.gateway.key;

import io.headwater.gateway.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows who a key belongs to. A key that was right a moment ago is answered from memory; a revoked
 * one is refused after {@link #REMEMBERED} at the latest.
 */
@ApplicationScoped
public class Keys {

  /** How long a right key is believed without asking the database again. */
  static final Duration REMEMBERED = Duration.ofSeconds(10);

  private static final int REMEMBERED_AT_MOST = 10_000;

  private final KeyStore store;
  private final Clock clock;
  private final Optional<byte[]> operator;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(KeyStore.StoredKey key, Instant until) {}

  Keys(
      KeyStore store,
      Clock clock,
      @ConfigProperty(name = "headwater.operator.key") Optional<String> operator) {
    this.store = store;
    this.clock = clock;
    this.operator = operator.filter(text -> text.length() >= 16).map(KeyText::sha256);
  }

  /** Who the key belongs to, if that is known without asking the database. */
  public Optional<Caller> remembered(String text) {
    if (operator.isPresent() && MessageDigest.isEqual(operator.get(), KeyText.sha256(text))) {
      return Optional.of(new Caller("operator", null, EnumSet.of(Scope.OPERATOR)));
    }
    var now = clock.instant();
    return KeyText.parse(text)
        .flatMap(
            key ->
                Optional.ofNullable(known.get(key.id()))
                    .filter(k -> now.isBefore(k.until()))
                    .map(k -> check(key, k.key(), now)));
  }

  /** Who the key belongs to; refuses a wrong, revoked or expired one. Asks the database. */
  public Caller caller(String text) {
    var key = KeyText.parse(text).orElseThrow(ProblemKind.API_KEY_INVALID::problem);
    var stored = store.find(key.id()).orElseThrow(ProblemKind.API_KEY_INVALID::problem);
    var now = clock.instant();
    var caller = check(key, stored, now);
    if (known.size() >= REMEMBERED_AT_MOST) {
      known.clear();
    }
    known.put(key.id(), new Known(stored, now.plus(REMEMBERED)));
    return caller;
  }

  /** Creates a practice; its key, which is shown once, holds every scope of a practice. */
  public KeyText createPractice(String id, String name) {
    var key = KeyText.random();
    if (store.create(id, name, key, Scope.ofPractice(), clock.instant()).isEmpty()) {
      throw ProblemKind.PRACTICE_EXISTS.with(id);
    }
    return key;
  }

  /** Issues a further key of the caller's practice with some of the caller's scopes. */
  public KeyText issue(Caller caller, Set<Scope> scopes) {
    scopes.forEach(caller::requiring);
    var key = KeyText.random();
    store.add(key, caller.practice(), scopes, clock.instant());
    return key;
  }

  /** Ends a key of the caller's practice. */
  public void revoke(Caller caller, String id) {
    if (!store.revoke(id, caller.practice())) {
      throw ProblemKind.NOT_FOUND.problem();
    }
    known.remove(id);
  }

  private static Caller check(KeyText key, KeyStore.StoredKey stored, Instant now) {
    if (!stored.hash().matches(key.hash())) {
      throw ProblemKind.API_KEY_INVALID.problem();
    }
    if (!now.isBefore(stored.expires())) {
      throw ProblemKind.API_KEY_EXPIRED.problem();
    }
    return new Caller(stored.id(), stored.practice(), stored.scopes());
  }
}
