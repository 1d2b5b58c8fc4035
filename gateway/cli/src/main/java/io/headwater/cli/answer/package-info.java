/** The answer to "why did this claim deny?" as a page that a biller reads from top to bottom. */
package io.headwater.cli.answer;
