/** Refusals of the gateway and how they are told (RFC 9457). */
package io.headwater.gateway.problem;
