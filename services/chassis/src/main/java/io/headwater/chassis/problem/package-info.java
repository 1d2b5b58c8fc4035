/**
 * Refusals as RFC 9457 problems: a type is an enum constant, a problem names ids only, one mapper
 * writes them all.
 */
package io.headwater.chassis.problem;
