package io.headwater.gateway.why;

import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemMappers;
import io.headwater.vocabulary.Cause;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Why an answer is another than it was, and what people who work claims teach. */
@GraphQLApi
public class LearningApi {

  private final CurrentCaller current;
  private final CompareAnswers compare;
  private final ConfirmCause confirm;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  LearningApi(CurrentCaller current, CompareAnswers compare, ConfirmCause confirm, Clock clock) {
    this.current = current;
    this.compare = compare;
    this.confirm = confirm;
    this.clock = clock;
  }

  /** What changed between the answers known at two instants. */
  @Query("whyChanged")
  @Description(
      "What changed between the answers known at two instants (the second now, where none is"
          + " given).")
  public Uni<ChangedView> whyChanged(
      @Name("controlNumber") @NonNull String controlNumber,
      @Name("from") @NonNull Instant from,
      @Name("to") @Nullable Instant to) {
    var until = to == null ? clock.instant() : to;
    if (until.isBefore(from)) {
      throw new QueryRefusal.ParameterInvalid("to must not be before from");
    }
    return answer(
        caller -> ChangedView.of(compare.compare(caller, controlNumber, from, until)),
        Scope.CLAIMS_READ);
  }

  /** Keeps the cause that whoever worked the claim found. */
  @Mutation("confirmCause")
  @Description(
      "Keeps the cause that whoever worked the claim found; the practice's next answers lean on"
          + " it.")
  public Uni<ConfirmedCauseView> confirmCause(
      @Name("controlNumber") @NonNull String controlNumber,
      @Name("cause") @NonNull String cause,
      @Name("by") @Nullable String by,
      @Name("note") @Nullable String note) {
    var found =
        Cause.of(cause)
            .orElseThrow(() -> new QueryRefusal.ParameterInvalid(cause + " is not a cause"));
    return answer(
        caller -> confirm.confirm(caller, controlNumber, found, by, note, clock.instant()),
        Scope.CLAIMS_READ,
        Scope.RECORDS_WRITE);
  }

  /** The caller is made out here, on the request's own thread; the work is done elsewhere. */
  private <T> Uni<T> answer(Function<Caller, T> work, Scope first, Scope... others) {
    try {
      var caller = current.requiring(first);
      for (var scope : others) {
        current.requiring(scope);
      }
      return Uni.createFrom()
          .item(() -> work.apply(caller))
          .runSubscriptionOn(threads)
          .onFailure(failure -> !(failure instanceof QueryRefusal))
          .transform(
              bug -> new QueryRefusal.Unexpected(ProblemMappers.unexpected(bug).getMessage()));
    } catch (Problem problem) {
      throw QueryRefusal.of(problem);
    }
  }
}
