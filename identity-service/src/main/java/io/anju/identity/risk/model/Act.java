package io.anju.identity.risk.model;

import java.util.Locale;
import java.util.Set;

/**
 * The act, as much of it as rules may know.
 *
 * @param name what rules can call it: its own name if {@link #NAMEABLE} has it, {@link #OTHER} otherwise
 * @param movesMoney whether it moves money
 * @param large fen from which on an amount is large for this act
 * @param officerReleases whether the policy wants each one looked at
 * @param counted whether it counts for the velocity of later ones
 */
public record Act(String name, boolean movesMoney, long large, boolean officerReleases, boolean counted) {

    /** Signing in, which is decided like an act. */
    public static final String SIGN_IN = "sign-in";

    /** Every act that has no name of its own for rules. */
    public static final String OTHER = "other";

    /**
     * The acts that a rule can single out. Those by which a customer leaves (unlinking a wallet, unbinding a card,
     * erasing their data, withdrawing) are not among them and never will be: they look like any other act.
     */
    public static final Set<String> NAMEABLE = Set.of(
            SIGN_IN,
            "application.submit",
            "contract.sign",
            "card.bind",
            "card.prefer",
            "repayment.pay",
            "repayment.prepay",
            "repayment.plan-change",
            "rate.change",
            "passkey.add",
            "phone.change",
            "wallet.link",
            "application.approve",
            "rate.approve",
            "calendar.approve",
            "plan.approve",
            "disbursement.release",
            "receipt.post",
            "ledger.correct",
            "risk.release",
            "rule.change",
            "listing.change");

    /** The act of a policy. */
    public static Act of(String act, boolean movesMoney, long large, boolean officerReleases) {
        boolean nameable = NAMEABLE.contains(act);
        return new Act(nameable ? act : OTHER, movesMoney, large, officerReleases, nameable);
    }

    /** An act's name as events carry it, such as {@code REPAYMENT_PREPAY}. */
    public static String code(String act) {
        return act.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Signing in. */
    public static Act signIn() {
        return new Act(SIGN_IN, false, Long.MAX_VALUE, false, true);
    }
}
