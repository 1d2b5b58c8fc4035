/** The one way to the gateway's own database. */
package io.headwater.gateway.tenancy;
