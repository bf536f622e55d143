package io.anju.identity.hold.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.hold.HoldAppeals;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.risk.model.Amount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold as a risk officer sees it.
 *
 * @param amount fen; absent when not known
 * @param rules names of the rules that held or denied it
 * @param decidedBy the officer; with when and the note
 * @param liftingProposedBy the officer who wants a denial lifted, while it waits for another one; with when
 * @param appeal what the person said against it when they were not signed in; shown with one hold alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record StaffHoldView(
        UUID id,
        UUID personId,
        String state,
        String act,
        String resource,
        @Nullable Long amount,
        List<String> rules,
        Instant heldAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Instant releasedUntil,
        @Nullable UUID liftingProposedBy,
        @Nullable Instant liftingProposedAt,
        @Nullable String appeal,
        @Nullable Instant appealedAt) {

    static StaffHoldView of(Hold hold) {
        var placed = hold.placed();
        Optional<Hold.Review> review = review(hold);
        Optional<Hold.Review> proposal = hold instanceof Hold.Denied denied ? denied.proposal() : Optional.empty();
        return new StaffHoldView(
                placed.id(),
                placed.personId(),
                hold.state(),
                placed.act(),
                placed.resource(),
                placed.amount() == Amount.UNKNOWN ? null : placed.amount(),
                placed.rules().stream().sorted().toList(),
                placed.at(),
                review.map(Hold.Review::officer).orElse(null),
                review.map(Hold.Review::at).orElse(null),
                review.map(Hold.Review::note).orElse(null),
                hold instanceof Hold.Released released ? released.until() : null,
                proposal.map(Hold.Review::officer).orElse(null),
                proposal.map(Hold.Review::at).orElse(null),
                null,
                null);
    }

    StaffHoldView withAppeal(Optional<HoldAppeals.Said> said) {
        return new StaffHoldView(
                id,
                personId,
                state,
                act,
                resource,
                amount,
                rules,
                heldAt,
                decidedBy,
                decidedAt,
                note,
                releasedUntil,
                liftingProposedBy,
                liftingProposedAt,
                said.map(HoldAppeals.Said::text).orElse(null),
                said.map(HoldAppeals.Said::at).orElse(null));
    }

    private static Optional<Hold.Review> review(Hold hold) {
        return switch (hold) {
            case Hold.Held ignored -> Optional.empty();
            case Hold.Denied ignored -> Optional.empty();
            case Hold.Released released -> Optional.of(released.review());
            case Hold.Refused refused -> Optional.of(refused.review());
            case Hold.Used used -> Optional.of(used.review());
        };
    }
}
