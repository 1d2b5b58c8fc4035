/**
 * X12 out: records become segments here, and StAEDI writes their tokens. {@link
 * io.headwater.x12.write.X12Writer} is the door; what it writes, the reader reads back as the same
 * records.
 *
 * <p>Each guide that is written has a schema of our own beside this package (its loops, their
 * order, what must be there, the codes that may), to which StAEDI holds every segment as it is
 * written: a payer's front door should find nothing that we could have found. A secondary claim
 * whose amounts do not come to the charge is not written either.
 */
package io.headwater.x12.write;
