package io.headwater.chassis.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A kind of fact that a service owns.
 *
 * @param name as in records, such as {@code claim-payment}
 * @param idField the record's field that identifies it
 * @param aboutPatients whether reads of it are audited
 * @param standsByVersion whether the record's own {@code version} is part of its identity, so that
 *     versions stand side by side
 * @param announcedWhole whether its event carries the record
 * @param once whether a record that comes again word for word says nothing new, whenever it comes;
 *     where it does not, it is another version, since what was so, and then not, can be so again
 * @param keys what it can be found by
 */
public record Kind(
    String name,
    String idField,
    boolean aboutPatients,
    boolean standsByVersion,
    boolean announcedWhole,
    boolean once,
    List<Key> keys) {

  /** Parts the id of a kind that stands by version from that version. */
  private static final char VERSION_MARK = '@';

  /** A kind that says nothing about patients. */
  public static Kind of(String name, String idField, Key... keys) {
    return new Kind(name, idField, false, false, false, false, Arrays.asList(keys));
  }

  /** A kind whose reads are audited. */
  public static Kind ofPatients(String name, String idField, Key... keys) {
    return new Kind(name, idField, true, false, false, false, Arrays.asList(keys));
  }

  /** The same kind, known by id and the record's own version. */
  public Kind byVersion() {
    var byId = Key.of(idField);
    var all = new ArrayList<>(keys);
    all.add(new Key("id", byId.values()));
    return new Kind(name, idField, aboutPatients, true, announcedWhole, once, List.copyOf(all));
  }

  /** The same kind, with the record in its event. */
  public Kind announcedWithRecord() {
    return new Kind(name, idField, aboutPatients, standsByVersion, true, once, keys);
  }

  /** The same kind, kept once however often it is sent: what a payer paid is not paid again. */
  public Kind keptOnce() {
    return new Kind(name, idField, aboutPatients, standsByVersion, announcedWhole, true, keys);
  }

  /** The identity under which a record is stored; empty where the record has none. */
  String storedId(JsonNode node) {
    var id = node.path(idField).asText("");
    return standsByVersion && !id.isEmpty()
        ? id + VERSION_MARK + node.path("version").asInt(1)
        : id;
  }

  /** The id as evidence cites it. */
  String publicId(String storedId) {
    return standsByVersion ? storedId.substring(0, storedId.lastIndexOf(VERSION_MARK)) : storedId;
  }

  /** The version as evidence cites it: the record's own where the kind stands by version. */
  int publicVersion(String storedId, int version) {
    return standsByVersion
        ? Integer.parseInt(storedId.substring(storedId.lastIndexOf(VERSION_MARK) + 1))
        : version;
  }

  boolean hasKey(String key) {
    return key.equals("id") || keys.stream().anyMatch(known -> known.name().equals(key));
  }
}
