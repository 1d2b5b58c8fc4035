package io.headwater.gateway.x12;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.x12.FileBeginnings.Begun;
import io.headwater.gateway.x12.FileBeginnings.Come;
import io.headwater.x12.NotX12Exception;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/**
 * Small files of X12 that came at once: they begin together, are read one after another, and end
 * together, so that the database and the owners are asked a few times and not a few times a file.
 */
public final class FilesTogether implements AutoCloseable {

  private final ReadFile reader;
  private final FileStore store;
  private final Caller caller;
  private final WholeSets sets;
  private final List<Lock> locks;
  private final ArrivingClaims watched;

  /** Each content once, by its hash. */
  private final Map<String, Reading> readings = new LinkedHashMap<>();

  /**
   * A file that came.
   *
   * @param content of it
   * @param recordedAt when the practice learned what it says, or null for now
   */
  public record Arrived(Spool content, Instant recordedAt) {}

  /** One content, on its way from begun to told. */
  private static final class Reading {
    private final Spool content;
    private final Begun begun;
    private Delivery delivery;
    private Problem refused;
    private FileResource told;
    private boolean before;

    Reading(Spool content, Begun begun) {
      this.content = content;
      this.begun = begun;
      if (begun instanceof Begun.Seen(var file)) {
        told = file;
        before = true;
      }
    }
  }

  FilesTogether(
      ReadFile reader,
      FileStore store,
      Caller caller,
      List<Arrived> files,
      Instant now,
      WholeSets sets,
      List<Lock> locks) {
    this.reader = reader;
    this.store = store;
    this.caller = caller;
    this.sets = sets;
    this.locks = locks;
    this.watched = reader.arriving(caller);
    var come = new LinkedHashMap<String, Come>();
    for (var file : files) {
      var at = file.recordedAt() == null ? now : file.recordedAt();
      come.putIfAbsent(file.content().sha256(), new Come(file.content(), at));
    }
    var all = List.copyOf(come.values());
    var begun = store.begin(caller.practice(), all, now);
    for (int i = 0; i < all.size(); i++) {
      readings.put(all.get(i).content().sha256(), new Reading(all.get(i).content(), begun.get(i)));
    }
  }

  /** Reads one of the files, unless it was read before; what it gives is on its way. */
  public void read(Spool content) throws IOException {
    var reading = readings.get(content.sha256());
    if (reading.delivery != null || !(reading.begun instanceof Begun.Fresh fresh)) {
      return;
    }
    reading.delivery = new Delivery(sets, fresh.recordedAt(), watched.another());
    try {
      reader.read(caller, content, fresh, reading.delivery);
    } catch (NotX12Exception e) {
      store.forget(caller.practice(), fresh.id());
      reading.refused = ReadFile.notX12();
    }
  }

  /** Ends the files; what they gave has to be durable by now. */
  public void end() {
    var read = new ArrayList<FileStore.Read>();
    for (var reading : readings.values()) {
      if (reading.told == null
          && reading.refused == null
          && reading.begun instanceof Begun.Fresh fresh) {
        reader.arrived(caller, reading.delivery);
        reading.told = reading.delivery.resource(reading.content, fresh);
        read.add(new FileStore.Read(reading.told, reading.content));
      }
    }
    if (!read.isEmpty()) {
      store.finish(caller.practice(), read);
    }
  }

  /** What became of a file, as its own door would have answered; refuses as that would. */
  public FileAnswer answer(Spool content) {
    var reading = readings.get(content.sha256());
    if (reading.refused != null) {
      throw reading.refused;
    }
    var answer = new FileAnswer(reading.told, reading.before);
    reading.before = true;
    return answer;
  }

  @Override
  public void close() {
    locks.forEach(Lock::unlock);
  }
}
