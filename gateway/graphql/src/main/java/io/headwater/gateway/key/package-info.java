/** Practices, their keys, and who a caller is. */
package io.headwater.gateway.key;
