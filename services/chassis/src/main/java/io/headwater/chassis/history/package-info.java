/**
 * The bitemporal history of facts: every version of every record a service owns, with the instant
 * the practice learned it. Facts are appended and read, never changed; an answer as known at an
 * instant uses nothing recorded later.
 */
package io.headwater.chassis.history;
