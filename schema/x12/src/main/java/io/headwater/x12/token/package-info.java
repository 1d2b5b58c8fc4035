/** X12: token. */
package io.headwater.x12.token;
