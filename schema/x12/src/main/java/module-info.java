/** X12 in and out as records; nothing but the JDK and StAEDI, which writes. */
module io.headwater.x12 {
  requires io.xlate.staedi;

  exports io.headwater.x12;
  exports io.headwater.x12.record;
  exports io.headwater.x12.write;
}
