/**
 * Who was covered, by whom, since when and until when; what the payer answered when asked, and
 * when; intake notices and the schedule. It does not know whether a visit was authorized, billed or
 * paid.
 */
package io.headwater.eligibility;
