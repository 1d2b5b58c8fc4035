package io.headwater.cli.sandbox;

import io.headwater.cli.client.GatewayProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file of claims (X12 837P) says of itself, as far as trying it needs: the gateway does the
 * reading.
 *
 * @param path where it is, empty for one that is only text
 * @param text of one that is not a file
 * @param payers billed (NM1 PR)
 * @param claims control numbers (CLM01), in order
 * @param sentOn the day it was made (BHT04), if it says so
 */
public record ClaimFile(
    Optional<Path> path,
    String text,
    Set<String> payers,
    List<String> claims,
    Optional<LocalDate> sentOn) {

  private static final int HEADER = 106;

  /** Keeps its own lists. */
  public ClaimFile {
    payers = new LinkedHashSet<>(payers);
    claims = List.copyOf(claims);
  }

  /** Reads a file; one without claims is refused. */
  public static ClaimFile read(Path file) {
    try {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1); // for its ASCII parts
      return of(Optional.of(file), text, file.toString());
    } catch (IOException e) {
      throw new GatewayProblem("Cannot read " + file + ".");
    }
  }

  /** Reads X12 text. */
  static ClaimFile of(String text, String name) {
    return of(Optional.empty(), text, name);
  }

  private static ClaimFile of(Optional<Path> path, String text, String name) {
    var body = text.substring(Math.max(0, text.indexOf("ISA")));
    if (!body.startsWith("ISA") || body.length() < HEADER) {
      throw new GatewayProblem(name + " holds no X12 interchange.");
    }
    var element = Pattern.quote(body.substring(3, 4));
    var segment = Pattern.quote(body.substring(HEADER - 1, HEADER));
    var payers = new LinkedHashSet<String>();
    var claims = new ArrayList<String>();
    LocalDate sentOn = null;
    for (var line : body.split(segment)) {
      var parts = line.strip().split(element, -1);
      switch (parts[0]) {
        case "NM1" -> {
          if (parts.length > 9 && parts[1].equals("PR")) {
            payers.add(parts[9].strip());
          }
        }
        case "CLM" -> claims.add(parts[1].strip());
        case "BHT" -> sentOn = parts.length > 4 ? day(parts[4], sentOn) : sentOn;
        default -> {}
      }
    }
    if (claims.isEmpty()) {
      throw new GatewayProblem(name + " holds no claim (837P).");
    }
    return new ClaimFile(path, text, payers, claims, Optional.ofNullable(sentOn));
  }

  private static LocalDate day(String text, LocalDate before) {
    try {
      var day = LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE);
      return before == null || day.isAfter(before) ? day : before;
    } catch (DateTimeException e) {
      return before;
    }
  }
}
