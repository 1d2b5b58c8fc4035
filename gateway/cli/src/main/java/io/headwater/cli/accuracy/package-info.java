/**
 * How often answers are right, and whether their confidence means what it says; measured through
 * the doors of a real stack.
 */
package io.headwater.cli.accuracy;
