/**
 * What tests of services stand on: a PostgreSQL and a Kafka broker without containers, tokens as
 * the gateway signs them, and the rules of architecture. Test scope only.
 */
package io.headwater.testkit;
