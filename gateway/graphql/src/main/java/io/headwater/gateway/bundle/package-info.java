/** Many files at once: a ZIP of X12 and bulk records, each file answered as by its own door. */
package io.headwater.gateway.bundle;
