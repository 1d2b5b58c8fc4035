package io.headwater.rootcause;

import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PeriodLimit;
import io.headwater.rootcause.fact.PolicyRule;
import io.headwater.rootcause.fact.PolicySource;
import io.headwater.vocabulary.Owner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of the nation: minutes, add-ons, pairs, units, new patients, ages, the code sets.
 * Shipped as data in {@code national-rules.tsv} with their source and effective dates, in the shape
 * of the {@code payer-policy} records of payer {@code *} that a practice may send; what it sends
 * overrides them.
 */
public final class NationalRules {
  /** The payer id that means every payer. */
  public static final String NATIONAL = "*";

  private static final List<Recorded<PayerPolicy>> ALL = read();

  private static final Set<Recorded<PayerPolicy>> SHIPPED =
      Collections.newSetFromMap(new IdentityHashMap<>());

  static {
    SHIPPED.addAll(ALL);
  }

  private static final Map<String, List<Recorded<PayerPolicy>>> BY_TYPE = byType();

  private static final Map<String, List<Recorded<PayerPolicy>>> SPANS =
      of("CODE_SPAN").stream().collect(Collectors.groupingBy(r -> r.fact().rule().procedure()));

  private NationalRules() {}

  /** Every shipped rule, in the order of the file; known from the day it takes effect. */
  public static List<Recorded<PayerPolicy>> all() {
    return ALL;
  }

  /** Whether a rule is one of those shipped, and not one that the practice sent. */
  static boolean ships(Recorded<PayerPolicy> rule) {
    return SHIPPED.contains(rule);
  }

  static List<Recorded<PayerPolicy>> of(String type) {
    return BY_TYPE.getOrDefault(type, List.of());
  }

  /** The spans of days on which a code is part of its set; none of a code that is not known. */
  static List<Recorded<PayerPolicy>> spans(String procedure) {
    return SPANS.getOrDefault(procedure, List.of());
  }

  private static Map<String, List<Recorded<PayerPolicy>>> byType() {
    var byType = new HashMap<String, List<Recorded<PayerPolicy>>>();
    for (var rule : ALL) {
      byType.computeIfAbsent(rule.fact().rule().type(), t -> new ArrayList<>()).add(rule);
    }
    byType.replaceAll((type, rules) -> List.copyOf(rules));
    return Map.copyOf(byType);
  }

  private static List<Recorded<PayerPolicy>> read() {
    var sources = new HashMap<String, PolicySource>();
    var rules = new ArrayList<Recorded<PayerPolicy>>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    NationalRules.class.getResourceAsStream("national-rules.tsv")),
                StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var fields = line.split("\t", -1);
        if (fields[0].equals("source")) {
          sources.put(
              fields[1], new PolicySource(fields[2], fields[3], LocalDate.parse(fields[4])));
        } else if (fields[0].equals("rule")) {
          var source = Objects.requireNonNull(sources.get(fields[5]), fields[5]);
          expand(words(fields[6])).forEach(words -> rules.add(rule(fields, source, words)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rules);
  }

  private static Map<String, String> words(String text) {
    var words = new LinkedHashMap<String, String>();
    for (var word : text.split(" ", -1)) {
      var at = word.indexOf('=');
      words.put(word.substring(0, at), word.substring(at + 1));
    }
    return words;
  }

  /** One rule for every choice where a row says {@code column2=90832|90834}. */
  private static List<Map<String, String>> expand(Map<String, String> words) {
    for (var word : words.entrySet()) {
      if (word.getValue().contains("|")) {
        var all = new ArrayList<Map<String, String>>();
        for (var choice : word.getValue().split("\\|", -1)) {
          var one = new LinkedHashMap<>(words);
          one.put(word.getKey(), choice);
          all.addAll(expand(one));
        }
        return all;
      }
    }
    return List.of(words);
  }

  private static Recorded<PayerPolicy> rule(
      String[] fields, PolicySource source, Map<String, String> words) {
    var id = fields[1];
    for (var word : words.entrySet()) {
      id = id.replace("{" + word.getKey() + "}", word.getValue());
    }
    var version = Integer.parseInt(fields[2]);
    var effective = LocalDate.parse(fields[3]);
    var termination = fields[4].isEmpty() ? null : LocalDate.parse(fields[4]);
    return new Recorded<>(
        Owner.CLAIMS,
        "payer-policy",
        id,
        version,
        effective.atStartOfDay(ZoneOffset.UTC).toInstant(),
        new PayerPolicy(id, NATIONAL, version, effective, termination, source, rule(id, words)));
  }

  /** The record whose fields the words name; a word that names none is an error of the file. */
  static PolicyRule rule(String id, Map<String, String> words) {
    var components = PolicyRule.class.getRecordComponents();
    var left = new LinkedHashMap<>(words);
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i], left.remove(components[i].getName()));
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("national-rules.tsv: " + id + " says " + left.keySet());
    }
    try {
      return PolicyRule.class
          .getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent component, String text) {
    if (text == null) {
      return null;
    }
    var type = component.getType();
    if (type == String.class) {
      return text;
    }
    if (type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == List.class) {
      return List.of(text.split(",", -1));
    }
    if (type == PeriodLimit.class) {
      var parts = text.split("/", -1);
      return new PeriodLimit(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
    }
    throw new IllegalStateException("national-rules.tsv cannot say " + component.getName());
  }
}
