package io.anju.repayment.wallet.http;

import io.anju.repayment.wallet.GuidedUnlinking.Standing;
import io.anju.repayment.wallet.Impacts;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.WalletLink;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closing: where it stands and what is next.
 *
 * @param impact as it was told when the closing began
 * @param next what comes next; absent when it is over
 * @param undo where it is given up or undone; absent when it is over
 * @param undoUntil until when a confirmed one can be undone; absent before it is confirmed
 * @param followUp what pays the loan without the wallet
 * @param appeal where an appeal is opened, at any step
 */
@RegisterForReflection
public record UnlinkingView(
        UUID id,
        UUID link,
        State state,
        ImpactView impact,
        @Nullable Next next,
        @Nullable String undo,
        Instant begunAt,
        @Nullable Instant undoUntil,
        FollowUp followUp,
        Appeal appeal) {

    /** How far it is. */
    public enum State {
        ASSESSED,
        REPORTED,
        SETTLED,
        CONFIRMED,
        UNDONE,
        FINISHED,
        /** The loan was over first, and the link ended with it. */
        OVERTAKEN
    }

    /**
     * The next step.
     *
     * @param href where it is done; with {@code WAIT} there is nothing to do
     * @param read what to read or fetch for it first
     * @param act the verification that it needs; identity-service may hold it for a review and then says why
     */
    @RegisterForReflection
    public record Next(
            Step step,
            @Nullable String href,
            @Nullable String read,
            @Nullable String act) {

        /** What can be next. */
        public enum Step {
            TAKE_REPORT,
            SETTLE_INSTALMENT,
            VERIFY_AND_CONFIRM,
            WAIT
        }
    }

    /**
     * What comes after.
     *
     * @param nextDueDate absent when nothing more falls due
     * @param amount fen
     * @param payBy what is proposed
     * @param card that is debited by itself, if one is bound
     * @param href where that is looked after
     */
    @RegisterForReflection
    public record FollowUp(
            @Nullable LocalDate nextDueDate,
            long amount,
            PayBy payBy,
            @Nullable UUID card,
            @Nullable String last4,
            String href) {

        /** Ways to pay. */
        public enum PayBy {
            /** The preferred card, by itself. */
            CARD,
            /** No card is bound: bind one, or pay at a counter. */
            BIND_A_CARD
        }
    }

    /** The body of the appeal: {@code POST href {"about": about, "subject": subject, "text": …}}. */
    @RegisterForReflection
    public record Appeal(String href, String about, UUID subject) {}

    static UnlinkingView of(Standing standing) {
        Unlinking unlinking = standing.unlinking();
        WalletLink.Facts link = standing.link().facts();
        String path = "/api/v1/wallet-links/" + link.id();
        return new UnlinkingView(
                unlinking.about().id(),
                link.id(),
                State.valueOf(unlinking.stateName()),
                ImpactView.of(unlinking.about().told(), "/api/v1/loans/" + link.loanId()),
                next(unlinking, path),
                unlinking instanceof Unlinking.Open ? path + "/unlinking/undo" : null,
                unlinking.about().begunAt(),
                until(unlinking),
                followUp(standing.after()),
                new Appeal("/api/v1/appeals", "UNLINKING", link.id()));
    }

    private static @Nullable Next next(Unlinking unlinking, String path) {
        String here = path + "/unlinking";
        return switch (unlinking) {
            case Unlinking.Assessed assessed ->
                new Next(Next.Step.TAKE_REPORT, here + "/report-receipt", path + "/report", null);
            case Unlinking.Reported reported ->
                new Next(Next.Step.SETTLE_INSTALMENT, here + "/settlement", path + "/impact", null);
            case Unlinking.Settled settled ->
                new Next(Next.Step.VERIFY_AND_CONFIRM, here + "/confirmation", path + "/impact", "wallet.unlink");
            case Unlinking.Confirmed confirmed -> new Next(Next.Step.WAIT, null, null, null);
            case Unlinking.Undone undone -> null;
            case Unlinking.Finished finished -> null;
            case Unlinking.Overtaken overtaken -> null;
        };
    }

    private static @Nullable Instant until(Unlinking unlinking) {
        return switch (unlinking) {
            case Unlinking.Confirmed confirmed -> confirmed.until();
            case Unlinking.Finished finished -> finished.until();
            case Unlinking.Assessed none -> null;
            case Unlinking.Reported none -> null;
            case Unlinking.Settled none -> null;
            case Unlinking.Undone none -> null;
            case Unlinking.Overtaken none -> null;
        };
    }

    private static FollowUp followUp(Impacts.Afterwards after) {
        return after.debited()
                .map(card -> new FollowUp(
                        after.nextDue().orElse(null),
                        after.nextAmount(),
                        FollowUp.PayBy.CARD,
                        card.id(),
                        card.last4(),
                        "/api/v1/me/automatic-debits"))
                .orElseGet(() -> new FollowUp(
                        after.nextDue().orElse(null),
                        after.nextAmount(),
                        FollowUp.PayBy.BIND_A_CARD,
                        null,
                        null,
                        "/api/v1/cards"));
    }
}
