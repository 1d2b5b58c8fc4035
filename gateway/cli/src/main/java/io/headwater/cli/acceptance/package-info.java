/**
 * Acceptance cases: a folder tells one denied claim through the data a practice would hold, and
 * what a careful expert would conclude. A case is loaded into a practice of its own through the
 * gateway's doors and its questions are asked.
 */
package io.headwater.cli.acceptance;
