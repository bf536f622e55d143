package io.anju.repayment.debit.http;

import io.anju.repayment.debit.model.DebitSwitch;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a loan's instalments are debited by themselves.
 *
 * @param automatic false once the borrower has stopped it: then each instalment has to be paid by hand
 * @param changedAt when it was last stopped or started; absent when it never was
 */
@RegisterForReflection
public record DebitSwitchView(
        UUID loanId, boolean automatic, @Nullable Instant changedAt) {

    static DebitSwitchView of(DebitSwitch debit) {
        return new DebitSwitchView(
                debit.loanId(), !debit.stopped(), debit.changedAt().orElse(null));
    }
}
