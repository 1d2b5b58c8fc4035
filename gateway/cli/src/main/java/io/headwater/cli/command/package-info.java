/**
 * The commands of {@code ./headwater}, a class each: what they take, what they print, their exit
 * status.
 */
package io.headwater.cli.command;
