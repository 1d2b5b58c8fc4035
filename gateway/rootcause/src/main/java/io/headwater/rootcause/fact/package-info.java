/** The facts that services own, field for field as the bulk records say them; missing is null. */
package io.headwater.rootcause.fact;
