/** Bodies that are read from disk rather than held in memory. */
package io.headwater.gateway.spool;
