/**
 * X12 out: records become segments here, and StAEDI writes their tokens. {@link
 * io.headwater.x12.write.X12Writer} is the door; what it writes, the reader reads back as the same
 * records.
 */
package io.headwater.x12.write;
