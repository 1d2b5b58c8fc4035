/** The one query: facts gathered from their owners, thought over, and told. */
package io.headwater.gateway.why;
