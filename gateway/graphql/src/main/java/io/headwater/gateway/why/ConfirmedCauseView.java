package io.headwater.gateway.why;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A finding of whoever worked a claim, as it was kept. */
@Name("ConfirmedCause")
@Description("What came of working a claim, as it was kept.")
public record ConfirmedCauseView(
    @Description("The id of the outcome record.") @NonNull String id,
    @NonNull String controlNumber,
    @Description("CAUSE_CONFIRMED, or CAUSE_CORRECTED where the answer had named another.") @NonNull
        String type,
    @NonNull String cause,
    @Description("The root that the answer had named in its place.") String named,
    @NonNull String payerId,
    @Description("The payer's reason for which it counts.") String reason,
    @NonNull Instant recordedAt) {}
