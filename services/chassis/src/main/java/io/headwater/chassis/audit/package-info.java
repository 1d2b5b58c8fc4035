/**
 * Who read which kinds of patient data, for which practice, when, and by what; rows are added and
 * never changed.
 */
package io.headwater.chassis.audit;
