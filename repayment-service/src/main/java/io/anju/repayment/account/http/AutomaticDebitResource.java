package io.anju.repayment.account.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.account.AutomaticDebits;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.wallet.model.WalletLink;
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
     * @param card from which; absent when it is none
     * @param wallet link to the wallet from whose own funds; absent when it is none
     * @param walletTail last characters of the wallet
     * @param stop where to {@code DELETE} it: the card's binding, or the wallet's automatic debit; absent when nothing is
     *     debited
     */
    @RegisterForReflection
    public record DebitView(
            UUID loanId,
            LocalDate nextDate,
            long amount,
            @Nullable UUID card,
            @Nullable String last4,
            @Nullable String bank,
            @Nullable UUID wallet,
            @Nullable String walletTail,
            @Nullable String stop) {

        static DebitView of(AutomaticDebits.Debit debit) {
            return switch (debit.from().orElse(null)) {
                case null -> of(debit.loan(), null, null, null);
                case AutomaticDebits.From.OfCard(Card.Bound card) ->
                    of(debit.loan(), card, null, "/api/v1/cards/" + card.id());
                case AutomaticDebits.From.OfWallet(WalletLink.Linked link) ->
                    of(
                            debit.loan(),
                            null,
                            link.facts(),
                            "/api/v1/wallet-links/" + link.facts().id() + "/automatic");
            };
        }

        private static DebitView of(
                Loan.Active loan, Card.@Nullable Bound card, WalletLink.@Nullable Facts wallet, @Nullable String stop) {
            return new DebitView(
                    loan.agreement().id(),
                    loan.position().nextDue(),
                    loan.bill().instalment().amount(),
                    card == null ? null : card.id(),
                    card == null ? null : card.last4(),
                    card == null ? null : card.bank(),
                    wallet == null ? null : wallet.id(),
                    wallet == null ? null : wallet.tail(),
                    stop);
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
