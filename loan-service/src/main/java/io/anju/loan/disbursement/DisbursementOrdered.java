package io.anju.loan.disbursement;

import io.anju.kit.event.DomainEvent;
import io.anju.loan.application.TrancheData;
import io.anju.loan.application.model.Disbursing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Data of {@code anju.loan.disbursement-ordered.v1}: an officer has released the money.
 *
 * @param product its code: by it loans are chosen that a decision of the bank is for
 * @param startDate first day of interest
 * @param dueDay day of the month, 1 to 31
 */
@RegisterForReflection
public record DisbursementOrdered(
        UUID applicationId,
        UUID contractId,
        UUID customerId,
        String product,
        List<TrancheData> tranches,
        LocalDate startDate,
        LocalDate firstDueDate,
        int dueDay,
        Payee payee) {

    /** The event's type. */
    public static final String TYPE = "anju.loan.disbursement-ordered.v1";

    /** Where the money goes. */
    @RegisterForReflection
    public record Payee(String reference) {}

    static DomainEvent of(Disbursing paying) {
        var dossier = paying.dossier();
        var order = paying.order();
        var data = new DisbursementOrdered(
                dossier.id(),
                paying.contractId(),
                dossier.customerId(),
                dossier.product(),
                paying.approval().tranches().stream().map(TrancheData::of).toList(),
                order.startDate(),
                order.firstDueDate(),
                order.dueDay(),
                new Payee(order.payeeReference()));
        return new DomainEvent(TYPE, dossier.id().toString(), data);
    }
}
