package io.headwater.gateway.query;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much a document may ask. Every question for a claim is a join over five services, however it
 * is aliased; so questions at the root are counted, and selections of any kind.
 */
final class QueryLimits {

  /** Questions at the root of an operation, aliases included. */
  static final int QUESTIONS = 20;

  /** Selections in all, fragments counted where they are spread. */
  static final int SELECTIONS = 5000;

  /** Levels of selections; introspection as tools send it needs 15. */
  static final int DEPTH = 18;

  private static final int LONGEST = 100_000;
  private static final int REMEMBERED_LENGTH = 10_000;
  private static final int REMEMBERED = 500;
  private static final Set<String> FIT = ConcurrentHashMap.newKeySet();

  private final Document document;
  private int selections;

  private QueryLimits(Document document) {
    this.document = document;
  }

  /** What is found about a document before it is executed. */
  sealed interface Examined {
    /** It may be executed. */
    record Fit() implements Examined {}

    /** It is no document. */
    record Unparseable(String message) implements Examined {}

    /** It asks for too much. */
    record Excessive(String message) implements Examined {}
  }

  /** Whether the document may be executed. What was found fit before is not parsed again. */
  static Examined examine(String query) {
    if (query.length() > LONGEST) {
      return new Examined.Excessive("the document is longer than " + LONGEST + " characters");
    }
    if (FIT.contains(query)) {
      return new Examined.Fit();
    }
    try {
      var excess = new QueryLimits(Parser.parse(query)).excess();
      if (excess.isPresent()) {
        return new Examined.Excessive(excess.get());
      }
    } catch (InvalidSyntaxException e) {
      return new Examined.Unparseable(e.getMessage());
    }
    if (query.length() <= REMEMBERED_LENGTH) {
      if (FIT.size() >= REMEMBERED) {
        FIT.clear();
      }
      FIT.add(query);
    }
    return new Examined.Fit();
  }

  /** Whether the document holds anything but queries, which a GET must not carry. */
  static boolean changes(String query) {
    try {
      return Parser.parse(query).getDefinitionsOfType(OperationDefinition.class).stream()
          .anyMatch(o -> o.getOperation() != OperationDefinition.Operation.QUERY);
    } catch (InvalidSyntaxException e) {
      return false;
    }
  }

  private Optional<String> excess() {
    for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      int questions = questions(operation.getSelectionSet(), new HashSet<>());
      if (questions > QUESTIONS) {
        return Optional.of("at most " + QUESTIONS + " questions can be asked at once");
      }
      int depth = depth(operation.getSelectionSet(), new HashSet<>(), 1);
      if (depth > DEPTH) {
        return Optional.of("at most " + DEPTH + " levels can be asked for");
      }
      if (selections > SELECTIONS) {
        return Optional.of("at most " + SELECTIONS + " fields can be asked for");
      }
    }
    return Optional.empty();
  }

  private int questions(SelectionSet set, Set<String> spread) {
    int questions = 0;
    for (Selection<?> selection : set.getSelections()) {
      questions +=
          switch (selection) {
            case Field field -> field.getName().startsWith("__") ? 0 : 1;
            case InlineFragment inline -> questions(inline.getSelectionSet(), spread);
            case FragmentSpread named -> {
              var fragment = fragment(named);
              yield fragment == null || !spread.add(named.getName())
                  ? 0
                  : questions(fragment.getSelectionSet(), spread);
            }
            default -> 0;
          };
    }
    return questions;
  }

  private int depth(SelectionSet set, Set<String> within, int level) {
    if (set == null || level > DEPTH + 1 || selections > SELECTIONS) {
      return level - 1;
    }
    int deepest = level;
    for (Selection<?> selection : set.getSelections()) {
      selections++;
      deepest =
          Math.max(
              deepest,
              switch (selection) {
                case Field field -> depth(field.getSelectionSet(), within, level + 1);
                case InlineFragment inline -> depth(inline.getSelectionSet(), within, level);
                case FragmentSpread named -> spread(named, within, level);
                default -> level;
              });
    }
    return deepest;
  }

  private int spread(FragmentSpread named, Set<String> within, int level) {
    var fragment = fragment(named);
    if (fragment == null || !within.add(named.getName())) {
      return level; // unknown, or in a circle: the engine's validation refuses both
    }
    int depth = depth(fragment.getSelectionSet(), within, level);
    within.remove(named.getName());
    return depth;
  }

  private FragmentDefinition fragment(FragmentSpread named) {
    return document.getDefinitionsOfType(FragmentDefinition.class).stream()
        .filter(f -> f.getName().equals(named.getName()))
        .findFirst()
        .orElse(null);
  }
}
