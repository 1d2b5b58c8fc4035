/** The X12 door: files as they were sent, what was read from them, and what was quarantined. */
package io.headwater.gateway.x12;
