package io.anju.identity.risk;

import io.anju.identity.risk.model.Act;
import io.anju.identity.risk.model.Amount;
import java.util.UUID;

/**
 * What the rules are asked about.
 *
 * @param id of the decision, and of what it is about: the verification or the sign-in's attempt
 * @param act name of the act, whether or not rules may know it
 * @param seen the act as the rules may know it
 * @param resource path of what it is done on
 * @param claim the amount
 */
public record Ask(UUID id, UUID personId, String act, Act seen, String resource, Claim claim, Where where) {

    /**
     * The amount as the request has it.
     *
     * @param fen {@link Amount#UNKNOWN} when nothing tells
     * @param proven whether it stands in the body that will be sent
     */
    public record Claim(long fen, boolean proven) {

        public static final Claim NONE = new Claim(Amount.UNKNOWN, false);

        Amount amount(long largestBefore) {
            if (fen < 0) {
                return new Amount.Unknown(largestBefore);
            }
            return proven ? new Amount.Proven(fen, largestBefore) : new Amount.Stated(fen, largestBefore);
        }
    }
}
