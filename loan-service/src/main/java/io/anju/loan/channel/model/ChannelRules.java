package io.anju.loan.channel.model;

import static io.anju.loan.channel.model.ChannelDecision.Channel.BRANCH;
import static io.anju.loan.channel.model.ChannelDecision.Channel.ONLINE;
import static io.anju.loan.channel.model.ChannelDecision.Channel.VIDEO;

import java.util.List;

/**
 * The rule table: operation and what is known of the borrower to a channel, the first rule that fits.
 *
 * <p>Online wherever the law allows and the borrower is verified far enough; video where a face-to-face interview is
 * asked for (个人贷款管理办法 2024: by video where the borrower's identity is verified); a branch where an original paper or a
 * second person's authority has to be seen.
 */
public final class ChannelRules {

    private static final List<String> NOTHING = List.of();
    private static final List<String> IDENTITY = List.of("RESIDENT_ID_CARD");

    private ChannelRules() {}

    /**
     * Decides.
     *
     * @param level of assurance, {@code L0} to {@code L3}
     */
    public static ChannelDecision decide(Operation operation, String level) {
        boolean biometric = level.equals("L3");
        return switch (operation) {
            case APPLY, SIGN_CONTRACT, CONFIRM_COST_SHEET, BIND_CARD, PREPAY, CHANGE_PLAN, CHANGE_RATE ->
                biometric
                        ? new ChannelDecision(operation, ONLINE, "VERIFIED_ENOUGH_FOR_ONLINE", NOTHING)
                        : new ChannelDecision(operation, ONLINE, "PASSKEY_FIRST", List.of("PHONE_WITH_PASSKEY"));
            case INTERVIEW ->
                biometric
                        ? new ChannelDecision(operation, VIDEO, "INTERVIEW_BY_VIDEO", IDENTITY)
                        : new ChannelDecision(operation, BRANCH, "INTERVIEW_IN_PERSON", IDENTITY);
            case RELEASE_MORTGAGE ->
                new ChannelDecision(operation, ONLINE, "REGISTRY_RELEASES_ELECTRONICALLY", NOTHING);
            case LOST_ALL_PASSKEYS -> new ChannelDecision(operation, BRANCH, "RECOVERY_NEEDS_TWO_OFFICERS", IDENTITY);
            case INHERIT_LOAN ->
                new ChannelDecision(
                        operation,
                        BRANCH,
                        "ORIGINALS_MUST_BE_SEEN",
                        List.of("RESIDENT_ID_CARD", "DEATH_CERTIFICATE", "NOTARISED_INHERITANCE"));
        };
    }
}
