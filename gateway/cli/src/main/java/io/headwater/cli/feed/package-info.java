/** Files for the gateway: which door each goes to, and what the gateway made of it. */
package io.headwater.cli.feed;
