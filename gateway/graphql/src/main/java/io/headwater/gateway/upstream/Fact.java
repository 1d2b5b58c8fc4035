package io.headwater.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A version of a fact as its owner answers it.
 *
 * @param kind the kind of record
 * @param id the id under which it is cited
 * @param version from 1
 * @param recordedAt when the practice learned it
 * @param record what it says, as in the bulk format
 */
public record Fact(String kind, String id, int version, Instant recordedAt, JsonNode record) {}
