package io.headwater.rootcause;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows of the tables of expert knowledge that the library carries; fields are parted by tabs. */
final class Rows {

  private Rows() {}

  /** The rows of a table beside this class; lines that are blank or begin with # are notes. */
  static List<List<String>> of(String table) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Rows.class.getResourceAsStream(table), table),
                StandardCharsets.UTF_8))) {
      var rows = new ArrayList<List<String>>();
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.split("\t", -1)));
        }
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
