/** Claims on their way in, for those who watch for them. */
package io.headwater.gateway.arrival;
