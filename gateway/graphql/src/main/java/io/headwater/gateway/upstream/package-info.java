/** The fact services, and how the gateway speaks to them. */
package io.headwater.gateway.upstream;
