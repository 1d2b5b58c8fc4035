package io.headwater.gateway.why;

import graphql.schema.DataFetchingEnvironment;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemMappers;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The query: why does a claim stand as it does? */
@GraphQLApi
public class WhyApi {

  private static final int MOST = 500;

  private final CurrentCaller current;
  private final AnswerWhy why;
  private final Clock clock;
  private final Context context;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WhyApi(CurrentCaller current, AnswerWhy why, Clock clock, Context context) {
    this.current = current;
    this.why = why;
    this.clock = clock;
    this.context = context;
  }

  /** Why one claim stands as it does. */
  @Query("whyDenied")
  @Description("Why a claim denied, as known at an instant (now, where none is given).")
  public Uni<WhyView> whyDenied(
      @Name("controlNumber") @NonNull String controlNumber,
      @Name("knownAt") @Nullable Instant knownAt) {
    var at = knownAt == null ? clock.instant() : knownAt;
    var reach = asked("blastRadius") || asked("idle");
    return answer(caller -> () -> why.answer(caller, controlNumber, at, reach));
  }

  /** The same for many claims with one call a service. */
  @Query("whyDeniedAll")
  @Description("The same for up to 500 claims at once; claims that are not known are left out.")
  public Uni<@NonNull List<@NonNull WhyView>> whyDeniedAll(
      @Name("controlNumbers") @NonNull List<@NonNull String> controlNumbers,
      @Name("knownAt") @Nullable Instant knownAt) {
    if (controlNumbers.size() > MOST) {
      throw new QueryRefusal.ParameterInvalid("at most " + MOST + " claims can be asked about");
    }
    var at = knownAt == null ? clock.instant() : knownAt;
    var reach = asked("blastRadius") || asked("idle");
    return answer(caller -> () -> why.answerAll(caller, controlNumbers, at, reach));
  }

  /** Whether the document selects a field of the answer. */
  private boolean asked(String field) {
    return context.unwrap(DataFetchingEnvironment.class).getSelectionSet().contains(field);
  }

  private interface Work<T> {
    Supplier<T> by(Caller caller);
  }

  /** The caller is made out here, on the request's own thread; the thinking is done elsewhere. */
  private <T> Uni<T> answer(Work<T> work) {
    try {
      var caller = current.requiring(Scope.CLAIMS_READ);
      return Uni.createFrom()
          .item(work.by(caller))
          .runSubscriptionOn(threads)
          .onFailure(failure -> !(failure instanceof QueryRefusal))
          .transform(
              bug -> new QueryRefusal.Unexpected(ProblemMappers.unexpected(bug).getMessage()));
    } catch (Problem problem) {
      throw QueryRefusal.of(problem);
    }
  }
}
