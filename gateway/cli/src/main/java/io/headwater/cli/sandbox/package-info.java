/** A sandbox payer, tried from the command line. */
package io.headwater.cli.sandbox;
