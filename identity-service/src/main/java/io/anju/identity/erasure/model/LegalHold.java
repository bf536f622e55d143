package io.anju.identity.erasure.model;

import io.anju.identity.model.TwoPeople;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something forbids that a customer's data be deleted.
 *
 * <pre>
 * Proposed ──another officer agrees──▶ InForce ──an officer proposes──▶ LiftingProposed ──another agrees──▶ lifted
 *  ├───rejected, or taken back──▶ lifted      ▲──────rejected, or nobody agreed in time──────┘
 *  └───nobody agreed in time: over
 * </pre>
 *
 * <p>It holds in each of these states: what is erased does not come back, so that a proposal to hold counts until it is decided,
 * and one to lift does not.
 *
 * @param reference of the order behind it; for staff, never shown to the customer
 */
public record LegalHold(UUID id, UUID customerId, String reference, UUID placedBy, Instant placedAt, State state) {

    /** How far it is. */
    public sealed interface State {

        /** Word for it. */
        String word();
    }

    /** One officer has asked for it. */
    public record Proposed(TwoPeople proposal) implements State {
        @Override
        public String word() {
            return "PROPOSED";
        }
    }

    /** @param approvedBy the second officer; empty for those from before it took two */
    public record InForce(Optional<UUID> approvedBy) implements State {
        @Override
        public String word() {
            return "IN_FORCE";
        }
    }

    /** One officer wants it lifted. */
    public record LiftingProposed(Optional<UUID> approvedBy, TwoPeople proposal) implements State {
        @Override
        public String word() {
            return "LIFTING_PROPOSED";
        }
    }

    /** Holds nothing any more. */
    public record Lifted() implements State {
        @Override
        public String word() {
            return "LIFTED";
        }
    }

    /** What one officer asks for. */
    public static LegalHold proposed(UUID id, UUID customerId, String reference, UUID officer, Instant now) {
        return new LegalHold(id, customerId, reference, officer, now, new Proposed(TwoPeople.proposed(officer, now)));
    }

    /** The second officer agrees to what the first has proposed. */
    public Result<LegalHold, ErasureRefusal> approve(UUID officer, Instant now) {
        return switch (state) {
            case Proposed(var proposal) -> agreed(proposal, officer, now, new InForce(Optional.of(officer)));
            case LiftingProposed(var ignored, var proposal) -> agreed(proposal, officer, now, new Lifted());
            case InForce ignored -> Result.refused(new ErasureRefusal.NothingProposed());
            case Lifted ignored -> Result.refused(new ErasureRefusal.NothingProposed());
        };
    }

    private Result<LegalHold, ErasureRefusal> agreed(TwoPeople proposal, UUID officer, Instant now, State next) {
        return proposal.refuses(officer, now)
                .<Result<LegalHold, ErasureRefusal>>map(obstacle -> Result.refused(
                        switch (obstacle) {
                            case SAME_HANDS -> new ErasureRefusal.SameHands();
                            case EXPIRED -> new ErasureRefusal.NothingProposed();
                        }))
                .orElseGet(() -> Result.ok(in(next)));
    }

    /** Somebody says no to what is proposed; whoever proposed takes it back by it. */
    public Result<LegalHold, ErasureRefusal> reject() {
        return switch (state) {
            case Proposed ignored -> Result.ok(in(new Lifted()));
            case LiftingProposed(var approvedBy, var ignored) -> Result.ok(in(new InForce(approvedBy)));
            case InForce ignored -> Result.refused(new ErasureRefusal.NothingProposed());
            case Lifted ignored -> Result.refused(new ErasureRefusal.NothingProposed());
        };
    }

    /** An officer wants it lifted; what nobody has agreed to yet goes at once. */
    public LegalHold giveUp(UUID officer, Instant now) {
        return switch (state) {
            case Proposed ignored -> in(new Lifted());
            case InForce(var approvedBy) -> in(new LiftingProposed(approvedBy, TwoPeople.proposed(officer, now)));
            case LiftingProposed ignored -> this;
            case Lifted ignored -> this;
        };
    }

    private LegalHold in(State next) {
        return new LegalHold(id, customerId, reference, placedBy, placedAt, next);
    }
}
