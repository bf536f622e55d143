package io.anju.repayment.change.model;

import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer: the event that will be recorded. It is done exactly as it was simulated until the end of its last day, unless
 * something happens to the loan before.
 *
 * @param event what will have happened; its date is the day from which the change counts
 * @param needsAmendment whether it is done only once an amendment of the contract is sealed
 * @param validUntil last day on which it can be taken, and the amendment signed
 * @param loanVersion number of the loan's events when the offer was made
 * @param request the rate request on whose grant by officers it rests; empty where the rule offers it
 */
public record ChangeQuote(
        UUID id,
        UUID loanId,
        ChangeAsk ask,
        LoanEvent.Changed event,
        boolean needsAmendment,
        LocalDate validUntil,
        long loanVersion,
        Optional<UUID> request) {}
