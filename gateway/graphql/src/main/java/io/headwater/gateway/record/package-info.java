/**
 * The bulk door: records as NDJSON, checked against the published schemas, sent to their owners.
 */
package io.headwater.gateway.record;
