package io.headwater.gateway.bundle;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of a file of a bundle.
 *
 * @param name as it stands in the ZIP
 * @param status the HTTP status that its own door would have answered
 * @param answer the body of that answer: a file resource, a count of records, or a problem
 */
public record ToldFile(String name, int status, JsonNode answer) {}
