package io.headwater.x12.write;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The guides that are written. Those of a practice each have a schema of our own beside this class:
 * loops, their order, what must be there, the codes that may. What is written is held to it as it
 * is written. What a payer writes has none; it is read back by our own reader.
 */
enum Guide {
  CLAIM("837P", "837", "HC", "005010X222A1"),
  ELIGIBILITY("270", "270", "HS", "005010X279A1"),
  STATUS("276", "276", "HR", "005010X212"),
  REVIEW("278", "278", "HI", "005010X217"),
  ACKNOWLEDGMENT("999", "999", "FA", "005010X231A1"),
  RECEIPT("277CA", "277", "HN", "005010X214"),
  REMITTANCE("835", "835", "HP", "005010X221A1");

  private static final Map<Guide, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private final String file;
  private final String set;
  private final String functionalId;
  private final String version;

  Guide(String file, String set, String functionalId, String version) {
    this.file = file;
    this.set = set;
    this.functionalId = functionalId;
    this.version = version;
  }

  /** ST01. */
  String set() {
    return set;
  }

  /** GS01. */
  String functionalId() {
    return functionalId;
  }

  /** GS08. */
  String version() {
    return version;
  }

  /** ST03, which an 835 does not have; null there. */
  String versionOfSet() {
    return this == REMITTANCE ? null : version;
  }

  /** Its schema, read once; empty for what payers write. */
  Optional<Schema> schema() throws IOException {
    var known = SCHEMAS.get(this);
    if (known == null) {
      try (var xml = Guide.class.getResourceAsStream(file + ".xml")) {
        if (xml == null) {
          return Optional.empty();
        }
        known = SchemaFactory.newFactory().createSchema(xml);
      } catch (EDISchemaException e) {
        throw new IOException(e);
      }
      SCHEMAS.put(this, known);
    }
    return Optional.of(known);
  }
}
