/**
 * The program behind {@code ./headwater}: reads the command and hands over to the package that
 * carries it out.
 */
package io.headwater.cli;
