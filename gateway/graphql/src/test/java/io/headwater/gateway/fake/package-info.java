/** Fakes by hand. */
package io.headwater.gateway.fake;
