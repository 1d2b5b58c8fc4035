/** X12 in and out as records. */
package io.headwater.x12;
