package io.anju.repayment.rail.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of an order once it is concluded: the same again, or something else. */
class ConclusionsTest {

    private static final long AMOUNT = 449_045;
    private static final Instruction ORDER = new Instruction(
            "instalment-1",
            Instruction.Kind.WALLET_DEBIT,
            Purpose.INSTALMENT,
            UUID.randomUUID(),
            "1",
            "wal-1",
            AMOUNT,
            LocalDate.of(2026, 12, 22));
    private static final Instruction PART_ACCEPTED = new Instruction(
                    ORDER.reference(),
                    Instruction.Kind.DEBIT,
                    Purpose.INSTALMENT,
                    ORDER.loanId(),
                    "1",
                    "tok_1",
                    AMOUNT,
                    ORDER.date())
            .acceptingPart();
    private static final RailOrder SUCCEEDED = new RailOrder.Succeeded(ORDER, "t", AMOUNT, Optional.empty());
    private static final RailOrder SHORT = new RailOrder.Failed(ORDER, "t", "INSUFFICIENT_FUNDS");
    private static final RailOrder FROM_CREDIT = new RailOrder.Failed(ORDER, "t", RailOutcome.PAID_FROM_CREDIT);

    @Test
    void theSameAgainChangesNothing() {
        assertEquals(List.of(), breaks(SUCCEEDED, done(AMOUNT)));
        assertEquals(List.of(), breaks(SHORT, notDone(AMOUNT)));
        assertEquals(List.of(), breaks(FROM_CREDIT, notAllowed(AMOUNT)));
    }

    @Test
    void creditThatWasTakenAfterAllContradictsThatNothingWas() {
        assertEquals(List.of(Break.Kind.STATUS_DIFFERS), breaks(SHORT, notAllowed(AMOUNT)));
    }

    @Test
    void nothingTakenContradictsThatCreditWas() {
        assertEquals(List.of(Break.Kind.STATUS_DIFFERS), breaks(FROM_CREDIT, notDone(AMOUNT)));
        assertEquals(List.of(Break.Kind.STATUS_DIFFERS), breaks(FROM_CREDIT, done(AMOUNT)));
    }

    @Test
    void anotherAmountIsNotTheSame() {
        assertEquals(List.of(Break.Kind.AMOUNT_DIFFERS), breaks(SUCCEEDED, done(460_000)));
        assertEquals(List.of(Break.Kind.AMOUNT_DIFFERS), breaks(SHORT, notDone(460_000)));
        assertEquals(List.of(Break.Kind.AMOUNT_DIFFERS), breaks(FROM_CREDIT, notAllowed(460_000)));
    }

    @Test
    void anotherAmountBehindTheFirstWordInOneMessageIsNotTheSame() {
        var conclusions = Conclusions.of(
                Channel.WALLET, List.of(new RailOrder.Sent(ORDER)), List.of(done(AMOUNT), done(460_000)));

        assertEquals(List.of(SUCCEEDED), conclusions.concluded());
        assertEquals(1, conclusions.breaks().size());
    }

    @Test
    void aPartConcludesAnOrderThatAcceptsOne() {
        assertEquals(List.of(took(100_000)), concluded(done(100_000)));
        assertEquals(List.of(took(AMOUNT)), concluded(done(AMOUNT)));
    }

    @Test
    void aPartOfNothingIsAFailure() {
        assertEquals(List.of(new RailOrder.Failed(PART_ACCEPTED, "t", "INSUFFICIENT_FUNDS")), concluded(done(0)));
    }

    @Test
    void moreThanOrderedOrAPartThatIsNotAcceptedConcludesNothing() {
        assertEquals(List.of(), concluded(done(AMOUNT + 1)));
        assertEquals(
                List.of(Break.Kind.AMOUNT_DIFFERS), railBreaks(new RailOrder.Sent(PART_ACCEPTED), done(AMOUNT + 1)));
        assertEquals(List.of(Break.Kind.AMOUNT_DIFFERS), breaks(new RailOrder.Sent(ORDER), done(100_000)));
        assertEquals(List.of(Break.Kind.AMOUNT_DIFFERS), breaks(new RailOrder.Sent(ORDER), done(0)));
    }

    @Test
    void theSamePartAgainChangesNothingAndAnotherOneIsAnotherAmount() {
        assertEquals(List.of(), railBreaks(took(100_000), done(100_000)));
        assertEquals(List.of(Break.Kind.AMOUNT_DIFFERS), railBreaks(took(100_000), done(100_001)));
        assertEquals(List.of(Break.Kind.AMOUNT_DIFFERS), railBreaks(took(100_000), done(AMOUNT)));
    }

    @Test
    void aPartAndAFailureContradictEachOther() {
        var nothing = new RailOrder.Failed(PART_ACCEPTED, "t", "INSUFFICIENT_FUNDS");

        assertEquals(List.of(Break.Kind.STATUS_DIFFERS), railBreaks(took(100_000), notDone(AMOUNT)));
        assertEquals(List.of(Break.Kind.STATUS_DIFFERS), railBreaks(nothing, done(100_000)));
        assertEquals(List.of(), railBreaks(nothing, done(0)));
    }

    private static RailOrder.Succeeded took(long amount) {
        return new RailOrder.Succeeded(PART_ACCEPTED, "t", amount, Optional.empty());
    }

    private static List<RailOrder.Concluded> concluded(RailOutcome told) {
        return Conclusions.of(Channel.RAIL, List.of(new RailOrder.Sent(PART_ACCEPTED)), List.of(told))
                .concluded();
    }

    private static List<Break.Kind> breaks(RailOrder known, RailOutcome told) {
        return breaks(Channel.WALLET, known, told);
    }

    private static List<Break.Kind> railBreaks(RailOrder known, RailOutcome told) {
        return breaks(Channel.RAIL, known, told);
    }

    private static List<Break.Kind> breaks(Channel by, RailOrder known, RailOutcome told) {
        return Conclusions.of(by, List.of(known), List.of(told)).breaks().stream()
                .map(Break::kind)
                .toList();
    }

    private static RailOutcome done(long amount) {
        return new RailOutcome.Done(ORDER.reference(), "t", amount, Optional.empty());
    }

    private static RailOutcome notDone(long amount) {
        return new RailOutcome.NotDone(ORDER.reference(), "t", amount, "INSUFFICIENT_FUNDS");
    }

    private static RailOutcome notAllowed(long amount) {
        return new RailOutcome.NotAllowed(ORDER.reference(), "t", amount, RailOutcome.PAID_FROM_CREDIT);
    }
}
