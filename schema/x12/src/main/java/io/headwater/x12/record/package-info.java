/** X12: record. */
package io.headwater.x12.record;
