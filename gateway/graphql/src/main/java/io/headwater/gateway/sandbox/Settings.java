package io.headwater.gateway.sandbox;

import io.headwater.rootcause.PayerDefect;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sandbox of a practice.
 *
 * @param payers whose claims it answers; none means that it is off
 * @param days of sandbox time from receipt to payment
 * @param defects how its payers go wrong
 * @param today the sandbox's day; it moves when it is told to, and never back
 */
record Settings(Set<String> payers, int days, Set<PayerDefect> defects, LocalDate today) {

  Settings {
    payers = Collections.unmodifiableSet(new TreeSet<>(payers));
    defects = Collections.unmodifiableSet(new TreeSet<>(defects));
  }
}
