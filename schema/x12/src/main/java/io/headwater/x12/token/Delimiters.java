package io.headwater.x12.token;

/**
 * The four characters an interchange declares in its ISA segment.
 *
 * @param element between elements (fourth character of the interchange)
 * @param component between components of a composite (ISA16)
 * @param repetition between repeats of an element (ISA11); 0 where the interchange declares none
 * @param terminator after each segment (the character after ISA16)
 */
public record Delimiters(char element, char component, char repetition, char terminator) {}
