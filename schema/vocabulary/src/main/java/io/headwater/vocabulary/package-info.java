/**
 * The words that billers say, as values: identifiers, spans of days, adjustments, causes, roles.
 * Pure.
 */
package io.headwater.vocabulary;
