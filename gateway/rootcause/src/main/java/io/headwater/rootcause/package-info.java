/**
 * The adjudication model and the diagnosis: from everything known about a claim to why it stands as
 * it does. Pure: no clock, no input or output, no framework.
 */
package io.headwater.rootcause;
