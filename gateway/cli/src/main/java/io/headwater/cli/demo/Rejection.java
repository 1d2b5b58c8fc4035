package io.headwater.cli.demo;

/** Why a payer turned a claim away at its door (STC01 of a 277CA). */
record Rejection(String category, String status, String entity) {
  static final Rejection MEMBER_ID = new Rejection("A7", "164", "IL");
  static final Rejection BIRTH_DATE = new Rejection("A7", "158", "IL");

  String composite() {
    return category + ":" + status + ":" + entity;
  }
}
