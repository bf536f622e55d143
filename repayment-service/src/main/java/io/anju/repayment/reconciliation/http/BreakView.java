package io.anju.repayment.reconciliation.http;

import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.BreakState;
import io.anju.repayment.reconciliation.model.Remedy;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A break as JSON. Amounts in fen, positive for money that came in.
 *
 * @param source with whom we disagree: the rail, or the wallet's institution
 * @param date business date of the file in which it shows; absent while the rail has only told of it
 * @param owner a desk by its role until a person has it
 * @param ours what we hold
 * @param theirs what the other side says
 * @param ordered absent when it was not
 * @param booked what was posted that day
 * @param told what the file says
 * @param difference told less booked
 * @param suspense how much of it goes to suspense
 * @param suspended whether it is there now
 * @param ageDays whole days since it was found, or until it was resolved
 * @param overtaken whether a corrected file has made it none; what was decided of it stays
 * @param overtakes the break whose money people have let out, which has to come back: its file was corrected since, or a
 *     payout has left it with the payee
 * @param remedy absent before one is proposed
 */
@RegisterForReflection
public record BreakView(
        UUID id,
        Channel source,
        @Nullable LocalDate date,
        Break.Kind kind,
        String reference,
        State state,
        String owner,
        String ours,
        String theirs,
        @Nullable Long ordered,
        long booked,
        long told,
        long difference,
        long suspense,
        boolean suspended,
        Instant foundAt,
        long ageDays,
        boolean overtaken,
        @Nullable UUID overtakes,
        @Nullable Remedy remedy,
        @Nullable String reason,
        @Nullable String proposedBy,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    /** How far it is. */
    public enum State {
        OPEN,
        ASSIGNED,
        /** Its owner wants money moved; a second person has to agree. */
        PROPOSED,
        RESOLVED
    }

    /** What its state adds. */
    @RegisterForReflection
    private record Ending(
            State state,
            @Nullable Remedy remedy,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable String resolvedBy,
            @Nullable Instant at) {

        static Ending of(BreakState state) {
            return switch (state) {
                case BreakState.Open open -> new Ending(State.OPEN, null, null, null, null, null);
                case BreakState.Assigned assigned -> new Ending(State.ASSIGNED, null, null, null, null, null);
                case BreakState.Proposed wanted ->
                    new Ending(State.PROPOSED, wanted.remedy(), wanted.reason(), wanted.proposedBy(), null, null);
                case BreakState.Resolved over ->
                    new Ending(
                            State.RESOLVED,
                            over.remedy(),
                            over.reason(),
                            over.proposedBy().orElse(null),
                            over.resolvedBy(),
                            over.at());
            };
        }
    }

    static BreakView of(TrackedBreak found, Instant now) {
        Ending ending = Ending.of(found.state());
        Instant until = ending.at() == null ? now : ending.at();
        return new BreakView(
                found.id(),
                found.source(),
                found.date(),
                found.found().kind(),
                found.found().reference(),
                ending.state(),
                found.state().owner(),
                found.found().ours(),
                found.found().theirs(),
                found.ordered(),
                found.booked(),
                found.told(),
                found.difference(),
                found.suspense(),
                found.suspended(),
                found.foundAt(),
                Math.max(0, Duration.between(found.foundAt(), until).toDays()),
                found.overtaken(),
                found.overtakes(),
                ending.remedy(),
                ending.reason(),
                ending.proposedBy(),
                ending.resolvedBy(),
                ending.at());
    }
}
