package io.headwater.cli.acceptance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headwater.cli.client.GatewayProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case as its {@code case.yaml} tells it.
 *
 * @param id short name
 * @param title what it is about
 * @param story the same for people
 * @param controlNumber the claim asked about (CLM01)
 * @param feed files in the order in which they are loaded
 * @param questions what is asked, and what is expected
 */
public record AcceptanceCase(
    String id,
    String title,
    String story,
    String controlNumber,
    List<FeedFile> feed,
    List<Question> questions) {

  /** The file that makes a folder a case. */
  public static final String FILE = "case.yaml";

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Reads absent lists as empty ones. */
  public AcceptanceCase {
    feed = feed == null ? List.of() : List.copyOf(feed);
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /**
   * A file of the feed.
   *
   * @param file path inside the folder of the case
   * @param recordedAt when the practice learned of an X12 file; lines of records carry their own
   *     instant
   */
  public record FeedFile(String file, Instant recordedAt) {}

  /**
   * A question.
   *
   * @param knownAt what could be known then, which is also now; null for the latest instant of the
   *     feed
   * @param outage services that do not answer while it is asked
   * @param expect what the answer must hold
   */
  public record Question(Instant knownAt, List<String> outage, Expectation expect) {
    /** Reads an absent outage as none. */
    public Question {
      outage = outage == null ? List.of() : List.copyOf(outage);
    }

    /** The instant, if it is given. */
    public Optional<Instant> known() {
      return Optional.ofNullable(knownAt);
    }
  }

  /** Reads the case of a folder; a field that no case has is an error. */
  public static AcceptanceCase read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return YAML.readValue(Files.readString(file), AcceptanceCase.class);
    } catch (JacksonException e) {
      throw new GatewayProblem(file + " is not a case: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new GatewayProblem("No case in " + folder + ": " + e.getMessage());
    }
  }

  /** The folders that hold a case: these, or the ones right inside them, by name. */
  public static List<Path> folders(List<Path> given) {
    List<Path> folders = new ArrayList<>();
    for (Path path : given) {
      if (Files.exists(path.resolve(FILE))) {
        folders.add(path);
        continue;
      }
      try (Stream<Path> inside = Files.list(path)) {
        List<Path> found =
            inside.filter(each -> Files.exists(each.resolve(FILE))).sorted().toList();
        if (found.isEmpty()) {
          throw new GatewayProblem("No case in " + path + ".");
        }
        folders.addAll(found);
      } catch (IOException e) {
        throw new GatewayProblem("No such folder: " + path);
      }
    }
    return folders;
  }
}
