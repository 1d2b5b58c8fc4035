package io.headwater.vocabulary;

/** Who could have prevented a cause. */
public enum Fault {
  INTERNAL,
  EXTERNAL,
  SHARED,
  NONE
}
