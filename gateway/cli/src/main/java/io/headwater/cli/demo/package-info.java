/**
 * A synthetic group practice, generated: twelve clinicians, four payers, eighteen months and about
 * two thousand claims, written as the X12 interchanges and bulk records that such a practice really
 * sends and receives.
 *
 * <p>Everything follows from a seed and an anchor day; nothing reads a clock. About one claim in
 * eight is denied, and for each the cause was planted first ({@link io.headwater.cli.demo.Mishap}),
 * so that {@code truth.json} can say what a careful biller would find. Order of reading: {@link
 * io.headwater.cli.demo.DemoPractice}, {@code Practice}, {@code Episode}, {@code Mishap}, then the
 * writers ({@code Interchange837} and its siblings).
 *
 * <p>People, payers and numbers are made up. The NPIs pass the check digit and belong to nobody we
 * know of.
 */
package io.headwater.cli.demo;
