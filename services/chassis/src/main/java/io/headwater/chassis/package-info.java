/**
 * What every service needs at run time, and nothing else: refusals, tenancy, the history of facts,
 * the outbox and the audit of reads. A service adds the kinds it owns, its migrations and fewer
 * than twenty settings.
 */
package io.headwater.chassis;
