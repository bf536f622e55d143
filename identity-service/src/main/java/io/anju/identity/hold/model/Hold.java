package io.anju.identity.hold.model;

import io.anju.identity.model.RiskVerdict;
import io.anju.identity.model.TwoPeople;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An act that the risk rules held, or denied.
 *
 * <pre>
 * Held ──an officer releases──▶ Released ──the act is proved──▶ Used
 *   └─────an officer refuses──▶ Refused ──another officer lifts it──▶ Released
 * Denied ──an officer proposes to lift it, another one lifts it──▶ Released
 * </pre>
 *
 * <p>A release lets the same act on the same resource through once, for no larger an amount, and lifts only the rules
 * that held it: what else speaks against it then still does. A refusal stands: while it is fresh, the same act on the same
 * resource does not open although no rule speaks against it any more, see {@link #standing}.
 */
public sealed interface Hold {

    /** How long a release is good. */
    Duration RELEASE_TIME = Duration.ofHours(24);

    /** What never changes. */
    Placed placed();

    /** Word for the state. */
    String state();

    /** Lets it through; a hold is decided once. */
    default Result<Released, HoldRefusal> release(Review review) {
        return Result.refused(new HoldRefusal.DecidedAlready(state()));
    }

    /** Refuses it: the same is not opened again until another officer lifts that. */
    default Result<Refused, HoldRefusal> refuse(Review review) {
        return Result.refused(new HoldRefusal.DecidedAlready(state()));
    }

    /**
     * Lifts a refusal or a denial, on objection. Both take two: of a refusal another than the one who refused, of a denial
     * another than the one who proposed it.
     */
    default Result<Hold, HoldRefusal> lift(Review review) {
        return Result.refused(new HoldRefusal.NotRefused(state()));
    }

    /** Whether there is anything to appeal against: not where it was let through. */
    default Optional<HoldRefusal> appealRefusal() {
        return switch (this) {
            case Held ignored -> Optional.empty();
            case Denied ignored -> Optional.empty();
            case Refused ignored -> Optional.empty();
            case Released ignored -> Optional.of(new HoldRefusal.DecidedAlready(state()));
            case Used ignored -> Optional.of(new HoldRefusal.DecidedAlready(state()));
        };
    }

    /**
     * The refusal that stands in the way of an act: none that an officer has overruled by a later release that covers it.
     *
     * @param decided what was decided about the same act on the same resource, newest first
     * @param amount of the act, fen; -1 when it is not known
     */
    static Optional<Refused> standing(List<Hold> decided, long amount) {
        return decided.stream()
                .filter(hold -> hold instanceof Refused || hold.placed().covers(amount))
                .findFirst()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast);
    }

    /**
     * What was held.
     *
     * @param id that of the decision
     * @param amount fen; -1 when it was not known
     * @param rules names of the rules that held it
     * @param denied whether they denied it; a release lifts rules that deny only then
     */
    record Placed(
            UUID id,
            UUID personId,
            String act,
            String resource,
            long amount,
            Set<String> rules,
            RiskVerdict.Stop stop,
            Instant at,
            boolean denied) {

        public Placed {
            rules = Set.copyOf(rules);
        }

        /** What was held and not denied. */
        public Placed(
                UUID id,
                UUID personId,
                String act,
                String resource,
                long amount,
                Set<String> rules,
                RiskVerdict.Stop stop,
                Instant at) {
            this(id, personId, act, resource, amount, rules, stop, at, false);
        }

        /** Whether a release of this is one of such an amount: no larger, and as unknown as this. */
        public boolean covers(long asked) {
            return amount < 0 ? asked < 0 : asked >= 0 && asked <= amount;
        }

        private boolean of(UUID officer) {
            return officer.equals(personId);
        }
    }

    /**
     * Who decided, when, and what they found.
     *
     * @param note for the file, never shown to the customer
     */
    record Review(UUID officer, String note, Instant at) {}

    /** Nobody has decided yet. */
    record Held(Placed placed) implements Hold {

        @Override
        public String state() {
            return "HELD";
        }

        @Override
        public Result<Released, HoldRefusal> release(Review review) {
            return placed.of(review.officer())
                    ? Result.refused(new HoldRefusal.OwnHold())
                    : Result.ok(new Released(placed, review));
        }

        @Override
        public Result<Refused, HoldRefusal> refuse(Review review) {
            return placed.of(review.officer())
                    ? Result.refused(new HoldRefusal.OwnHold())
                    : Result.ok(new Refused(placed, review));
        }
    }

    /**
     * The rules denied it; nothing is left to refuse.
     *
     * @param proposal of the officer who wants it lifted
     */
    record Denied(Placed placed, Optional<Review> proposal) implements Hold {

        /** Nobody has proposed anything. */
        public Denied(Placed placed) {
            this(placed, Optional.empty());
        }

        @Override
        public String state() {
            return "DENIED";
        }

        /** The first officer's lifting proposes it, the second one's lifts it; a proposal that waited too long is made anew. */
        @Override
        public Result<Hold, HoldRefusal> lift(Review review) {
            if (placed.of(review.officer())) {
                return Result.refused(new HoldRefusal.OwnHold());
            }
            var waiting = proposal.map(first -> TwoPeople.proposed(first.officer(), first.at()))
                    .filter(first -> first.waits(review.at()));
            if (waiting.isEmpty()) {
                return Result.ok(new Denied(placed, Optional.of(review)));
            }
            return waiting.get().refuses(review.officer(), review.at()).isPresent()
                    ? Result.refused(new HoldRefusal.SecondPersonNeeded())
                    : Result.ok(new Released(placed, review));
        }
    }

    /** May be done once, until then. */
    record Released(Placed placed, Review review, Instant until) implements Hold {

        private Released(Placed placed, Review review) {
            this(placed, review, review.at().plus(RELEASE_TIME));
        }

        @Override
        public String state() {
            return "RELEASED";
        }

        /** The act was proved. */
        public Used used(Instant now) {
            return new Used(placed, review, until, now);
        }
    }

    /** May not be done. */
    record Refused(Placed placed, Review review) implements Hold {

        @Override
        public String state() {
            return "REFUSED";
        }

        @Override
        public Result<Hold, HoldRefusal> lift(Review second) {
            if (placed.of(second.officer())) {
                return Result.refused(new HoldRefusal.OwnHold());
            }
            return second.officer().equals(review.officer())
                    ? Result.refused(new HoldRefusal.SameOfficer())
                    : Result.ok(new Released(placed, second));
        }
    }

    /** The release has let one through. */
    record Used(Placed placed, Review review, Instant until, Instant at) implements Hold {

        @Override
        public String state() {
            return "USED";
        }
    }
}
