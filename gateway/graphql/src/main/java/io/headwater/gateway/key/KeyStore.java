package io.headwater.gateway.key;

import io.headwater.gateway.tenancy.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Practices and keys as they are stored. */
@ApplicationScoped
public class KeyStore {

  private final Database database;

  KeyStore(Database database) {
    this.database = database;
  }

  /**
   * A key as stored.
   *
   * @param id the id within the key's text
   * @param practice whose key it is
   * @param hash the SHA-256 of the secret
   * @param scopes what it may do
   * @param expires from when it is not accepted any more
   */
  record StoredKey(String id, UUID practice, Secret hash, Set<Scope> scopes, Instant expires) {}

  /** The hash of a secret, which is compared and never shown. */
  static final class Secret {
    private final byte[] hash;

    Secret(byte[] hash) {
      this.hash = hash.clone();
    }

    /** Compares in constant time. */
    boolean matches(byte[] other) {
      return java.security.MessageDigest.isEqual(hash, other);
    }
  }

  /** Creates a practice with its first key; empty when the practice exists already. */
  Optional<UUID> create(String nameId, String name, KeyText key, Set<Scope> scopes, Instant now) {
    return database.inTransaction(
        connection -> {
          var practice = UUID.randomUUID();
          try (var insert =
              connection.prepareStatement(
                  "insert into practice(id, name_id, name) values (?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, practice);
            insert.setString(2, nameId);
            insert.setString(3, name);
            if (insert.executeUpdate() == 0) {
              return Optional.empty();
            }
          }
          insert(connection, key, practice, scopes, now);
          return Optional.of(practice);
        });
  }

  /** Adds a key to a practice. */
  void add(KeyText key, UUID practice, Set<Scope> scopes, Instant now) {
    database.inTransaction(
        connection -> {
          insert(connection, key, practice, scopes, now);
          return null;
        });
  }

  /** Ends a key of the practice; says whether there was one. */
  boolean revoke(String id, UUID practice) {
    return database.inTransaction(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update api_key set revoked_at = now()"
                      + " where id = ? and practice_id = ? and revoked_at is null")) {
            update.setString(1, id);
            update.setObject(2, practice);
            return update.executeUpdate() == 1;
          }
        });
  }

  /** The key of this id, unless it was revoked. */
  Optional<StoredKey> find(String id) {
    return database.inTransaction(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select id, practice_id, secret_hash, scopes, expires_at from api_key"
                      + " where id = ? and revoked_at is null")) {
            select.setString(1, id);
            try (var rows = select.executeQuery()) {
              return rows.next() ? Optional.of(key(rows)) : Optional.empty();
            }
          }
        });
  }

  private static StoredKey key(ResultSet row) throws SQLException {
    var scopes =
        Arrays.stream((String[]) row.getArray("scopes").getArray())
            .map(Scope::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new StoredKey(
        row.getString("id"),
        row.getObject("practice_id", UUID.class),
        new Secret(row.getBytes("secret_hash")),
        scopes,
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static void insert(
      Connection connection, KeyText key, UUID practice, Set<Scope> scopes, Instant now)
      throws SQLException {
    var created = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    try (var insert =
        connection.prepareStatement(
            "insert into api_key(id, practice_id, secret_hash, scopes, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, key.id());
      insert.setObject(2, practice);
      insert.setBytes(3, key.hash());
      insert.setArray(
          4,
          connection.createArrayOf("text", scopes.stream().map(Scope::spelled).sorted().toArray()));
      insert.setObject(5, created);
      insert.setObject(6, created.plusYears(1));
      insert.executeUpdate();
    }
  }
}
