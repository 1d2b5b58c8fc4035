/** What every request passes first, and who is behind it. */
package io.headwater.gateway.door;
