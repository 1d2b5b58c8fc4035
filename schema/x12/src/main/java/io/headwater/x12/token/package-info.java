/**
 * From bytes to segments: delimiters, envelopes and what senders do wrong with them. Knows no loop
 * and no meaning.
 */
package io.headwater.x12.token;
