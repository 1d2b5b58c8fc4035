/**
 * Who asks, and for which practice. The gateway's signed token is the only identity; {@link
 * io.headwater.chassis.tenancy.Database} is the only door to the database, and it sets the practice
 * that row-level security goes by.
 */
package io.headwater.chassis.tenancy;
