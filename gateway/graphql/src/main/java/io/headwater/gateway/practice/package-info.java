/** The doors of operators and key holders: practices and keys. */
package io.headwater.gateway.practice;
