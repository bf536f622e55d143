package io.anju.repayment.rail.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rail is told to do. It never changes, whatever becomes of it.
 *
 * @param reference ours, unique: telling the rail twice moves money once
 * @param kind in or out
 * @param purpose what the money is for
 * @param loanId the loan it belongs to
 * @param subject the thing it pays within its purpose: an instalment's number, a prepayment's id, the order whose
 *     money is given back
 * @param account card token of a debit, payee's reference of a payout, wallet's token of a wallet's debit or return
 * @param amount fen
 * @param date business date for which it was decided
 * @param partAccepted whether what is there may be moved where it is less than the amount
 * @param last4 last four digits of the card that is debited; empty of others, and where the version before ordered it
 */
public record Instruction(
        String reference,
        Kind kind,
        Purpose purpose,
        UUID loanId,
        String subject,
        String account,
        long amount,
        LocalDate date,
        boolean partAccepted,
        Optional<String> last4) {

    /** Of all the amount or nothing. */
    public Instruction(
            String reference,
            Kind kind,
            Purpose purpose,
            UUID loanId,
            String subject,
            String account,
            long amount,
            LocalDate date) {
        this(reference, kind, purpose, loanId, subject, account, amount, date, false, Optional.empty());
    }

    /** Which way the money goes. */
    public enum Kind {
        /** From a bound card to the bank. */
        DEBIT(Channel.RAIL),
        /** From the bank to a payee. */
        PAYOUT(Channel.RAIL),
        /** From a linked wallet's own funds to the bank. */
        WALLET_DEBIT(Channel.WALLET),
        /** Back to a wallet's credit line, from which an instalment may not be paid. */
        WALLET_RETURN(Channel.WALLET);

        private final Channel channel;

        Kind(Channel channel) {
            this.channel = channel;
        }

        /** Who moves it. */
        public Channel channel() {
            return channel;
        }
    }

    public Instruction {
        if (amount <= 0) {
            throw new IllegalArgumentException("nothing to move: " + amount);
        }
        if (partAccepted && kind != Kind.DEBIT) {
            throw new IllegalArgumentException("of a card alone a part is taken: " + kind);
        }
    }

    /** The same, with a part of it accepted where there is not all. */
    public Instruction acceptingPart() {
        return new Instruction(reference, kind, purpose, loanId, subject, account, amount, date, true, last4);
    }

    /** The same, naming the card that is debited. */
    public Instruction naming(Optional<String> card) {
        return new Instruction(reference, kind, purpose, loanId, subject, account, amount, date, partAccepted, card);
    }

    /** The subject of an {@link Purpose#INSTALMENT}: its number. */
    public int subjectNumber() {
        return Integer.parseInt(subject);
    }
}
