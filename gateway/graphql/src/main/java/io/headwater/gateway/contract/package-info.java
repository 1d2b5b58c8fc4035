/** The contracts that the gateway publishes about itself. */
package io.headwater.gateway.contract;
