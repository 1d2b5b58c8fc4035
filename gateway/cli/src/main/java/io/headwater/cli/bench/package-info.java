/**
 * What the stack costs and how fast it answers, measured on the machine at hand and written as one
 * table.
 */
package io.headwater.cli.bench;
