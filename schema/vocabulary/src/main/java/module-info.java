/** The words of the trade. */
module io.headwater.vocabulary {
  exports io.headwater.vocabulary;
}
