/** X12: set. */
package io.headwater.x12.set;
