/**
 * Events to Kafka: a row written in the transaction of the change it tells of, taken away when
 * Kafka has acknowledged it. Delivery is at least once and in order within a practice.
 */
package io.headwater.chassis.outbox;
