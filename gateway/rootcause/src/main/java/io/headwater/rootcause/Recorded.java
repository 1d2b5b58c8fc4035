package io.headwater.rootcause;

import io.headwater.vocabulary.Owner;
import java.time.Instant;

/**
 * A version of a fact, with when it was learned.
 *
 * @param owner the service that owns it
 * @param kind the kind of record, as in the bulk format
 * @param id the id under which it is cited
 * @param version its version, from 1
 * @param recordedAt when the practice learned it
 * @param fact what it says
 */
public record Recorded<T>(
    Owner owner, String kind, String id, int version, Instant recordedAt, T fact) {}
