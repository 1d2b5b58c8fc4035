/** The adjudication model and the diagnosis. */
module io.headwater.rootcause {
  requires transitive io.headwater.vocabulary;

  exports io.headwater.rootcause;
  exports io.headwater.rootcause.fact;
  exports io.headwater.rootcause.match;
}
