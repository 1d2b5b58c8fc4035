/**
 * The whole of Headwater on one machine: a PostgreSQL server, a Kafka broker, the services and the
 * gateway, each a process of its own, started together, watched, and stopped together. Everything
 * they keep lies in one folder, so two stacks in two folders know nothing of each other.
 */
package io.headwater.cli.stack;
