package io.headwater.vocabulary;

/** The services that own facts, by the names that answers and outages use. */
public enum Owner {
  ELIGIBILITY,
  CREDENTIALING,
  AUTHORIZATIONS,
  CLAIMS,
  PAYMENTS,
  DENIALS
}
