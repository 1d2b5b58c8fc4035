/**
 * X12 in as records. A file of any size is read in constant memory and told as it is read:
 *
 * <pre>{@code
 * X12Reader.read(in, listener)              // one pass; records come before it is known whether they count
 * X12Reader.readAccepted(source, listener)  // two passes; only records that count are told
 * X12Reader.validate(in)                    // what became of each transaction set, no record held
 * X12Reader.collect(in)                     // a small file whole
 * }</pre>
 *
 * <p>A transaction set is accepted or quarantined whole. What can be read without a guess is read,
 * and the fault told as a warning: marks and text before ISA, padding after IEA, line breaks,
 * delimiters of any kind, an ISA of the wrong width, missing trailers after the last SE, wrong
 * counts, control numbers that differ in leading zeros. What cannot is quarantined with a {@link
 * io.headwater.x12.Fault} and its place: another guide or version, a set cut off before its SE, an
 * amount or a date of service that is none, a missing claim number, a line break where a terminator
 * should stand. Nothing but {@link io.headwater.x12.NotX12Exception} and the stream's own failure
 * is thrown.
 *
 * <p>Read are 837P (005010X222), 835 (X221), 270 and 271 (X279), 276 and 277 (X212), 277CA (X214),
 * 278 request and response (X217), 999 (X231), each with any addendum, and TA1. Records are in
 * {@code record}, as they came: codes without change, absent fields null, lists never null. {@code
 * set} holds a reader a set, {@code token} the seam to bytes, {@code write} the way out.
 *
 * <p><b>Why the door has a scanner of its own.</b> StAEDI writes our X12. For reading it was
 * measured over 236 files written by others: it stopped in 19 of them, at a narrow ISA, at text
 * before ISA, at a missing last terminator, and what follows the stop is lost, while each of their
 * transaction sets had to be listed. The scanner reads all, cuts the same segments out of every
 * file that StAEDI finishes (a test holds it to that), and on a 61 MB 835 brought records at 30 to
 * 37 MB/s (50,000 claims a second, 24 MB of heap) where StAEDI brought tokens alone at 16 to 20.
 * {@link io.headwater.x12.token.SegmentSource} is the one place to exchange it.
 */
package io.headwater.x12;
