/**
 * What was approved, for whom, by whom, how much and until when. Units used are not here: they are
 * the sum of claims' lines.
 */
package io.headwater.authorizations;
