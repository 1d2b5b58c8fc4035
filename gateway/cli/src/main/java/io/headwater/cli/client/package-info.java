/** A client of the gateway's doors, as any partner could write one. */
package io.headwater.cli.client;
