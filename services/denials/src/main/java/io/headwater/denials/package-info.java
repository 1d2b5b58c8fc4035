/**
 * The work that denials make: a case a denied line, opened and closed by what payments announces.
 * It never asks another service; why a line was denied is the gateway's question.
 */
package io.headwater.denials;
