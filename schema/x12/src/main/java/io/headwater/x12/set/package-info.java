/**
 * From segments to records: one reader a transaction set, each with the loops of its guide. X12's
 * own words end here.
 */
package io.headwater.x12.set;
