package io.anju.repayment.account.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.account.AutomaticDebits;
import io.anju.repayment.card.model.Card;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Everything that can take money from me by itself. */
@Path("/api/v1/me/automatic-debits")
@RolesAllowed("customer")
@Tag(name = "Loans")
public class AutomaticDebitResource {

    /**
     * @param amount fen, of the next one
     * @param card from which; absent when none is bound, so that nothing is debited
     * @param stop where to stop it: unbinding the card
     */
    @RegisterForReflection
    public record DebitView(
            UUID loanId,
            LocalDate nextDate,
            long amount,
            @Nullable UUID card,
            @Nullable String last4,
            @Nullable String bank,
            @Nullable String stop) {

        static DebitView of(AutomaticDebits.Debit debit) {
            Card.Bound card = debit.card().orElse(null);
            return new DebitView(
                    debit.loan().agreement().id(),
                    debit.loan().position().nextDue(),
                    debit.loan().bill().instalment().amount(),
                    card == null ? null : card.id(),
                    card == null ? null : card.last4(),
                    card == null ? null : card.bank(),
                    card == null ? null : "/api/v1/cards/" + card.id());
        }
    }

    private final Transactions transactions;
    private final AutomaticDebits debits;
    private final Caller caller;

    AutomaticDebitResource(Transactions transactions, AutomaticDebits debits, Caller caller) {
        this.transactions = transactions;
        this.debits = debits;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All my automatic debits, and where to stop each")
    public Uni<RestResponse<Page<DebitView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> debits.list(tx, caller.id()))
                .map(all -> Page.from(
                                all,
                                query,
                                debit -> debit.loan().agreement().id().toString())
                        .map(DebitView::of)
                        .response(uri));
    }
}
