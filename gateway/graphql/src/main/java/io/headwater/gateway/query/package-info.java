/** GraphQL over HTTP: what a request may look like, how much it may ask, and how it is answered. */
package io.headwater.gateway.query;
