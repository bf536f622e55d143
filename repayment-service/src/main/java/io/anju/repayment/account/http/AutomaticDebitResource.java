package io.anju.repayment.account.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.account.AutomaticDebits;
import io.anju.repayment.account.model.NextDebit;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.prepayment.model.Prepayment;
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
import java.util.List;
import java.util.Optional;
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
     * @param kind whether it is a loan's instalments or a prepayment
     * @param nextDate when next
     * @param amount fen, of the next one
     * @param card from which; absent when it is none
     * @param wallet link to the wallet from whose own funds; absent when it is none
     * @param walletTail last characters of the wallet
     * @param stop where to stop it: {@code DELETE} of the card's binding or of the wallet's automatic debit, {@code POST}
     *     to a prepayment's cancellation; absent when nothing is debited
     * @param fallback cards that may be debited instead, in their order, when that one has too little or is closed
     * @param state whether it is debited: not once it was stopped, nor without a card or wallet
     * @param automatic the one place for a loan's instalments, from whatever they are taken: {@code DELETE} stops them,
     *     {@code PUT} starts them again; absent of a prepayment
     */
    @RegisterForReflection
    public record DebitView(
            UUID loanId,
            Kind kind,
            LocalDate nextDate,
            long amount,
            @Nullable UUID card,
            @Nullable String last4,
            @Nullable String bank,
            @Nullable UUID wallet,
            @Nullable String walletTail,
            @Nullable String stop,
            List<Fallback> fallback,
            State state,
            @Nullable String automatic) {

        /** What is debited. */
        public enum Kind {
            INSTALMENTS,
            PREPAYMENT
        }

        /** A card that may be debited instead. */
        @RegisterForReflection
        public record Fallback(UUID card, String last4, String bank) {
            static Fallback of(Card.Bound card) {
                return new Fallback(card.id(), card.last4(), card.bank());
            }
        }

        /** Whether it is debited. */
        public enum State {
            ON,
            STOPPED,
            NOTHING_TO_DEBIT
        }

        static DebitView of(AutomaticDebits.Debit debit) {
            return switch (debit) {
                case AutomaticDebits.Debit.Instalments(
                        UUID loan,
                        NextDebit next,
                        Optional<AutomaticDebits.From> from,
                        List<Card.Bound> fallback,
                        boolean stopped) ->
                    of(
                            loan,
                            Kind.INSTALMENTS,
                            next.date(),
                            next.amount(),
                            from,
                            from.map(DebitView::stop),
                            fallback,
                            stopped);
                case AutomaticDebits.Debit.Early(Prepayment.Scheduled early, Optional<AutomaticDebits.From> from) ->
                    of(
                            early.quote().loanId(),
                            Kind.PREPAYMENT,
                            early.quote().date(),
                            early.quote().total(),
                            from,
                            Optional.of("/api/v1/loans/%s/prepayments/%s/cancellation"
                                    .formatted(early.quote().loanId(), early.id())),
                            List.of(),
                            false);
            };
        }

        private static String stop(AutomaticDebits.From from) {
            return switch (from) {
                case AutomaticDebits.From.OfCard(Card.Bound card) -> "/api/v1/cards/" + card.id();
                case AutomaticDebits.From.OfWallet(WalletLink.Linked link) ->
                    "/api/v1/wallet-links/" + link.facts().id() + "/automatic";
            };
        }

        private static DebitView of(
                UUID loan,
                Kind kind,
                LocalDate date,
                long amount,
                Optional<AutomaticDebits.From> from,
                Optional<String> stop,
                List<Card.Bound> fallback,
                boolean stopped) {
            Optional<Card.Bound> card =
                    from.map(it -> it instanceof AutomaticDebits.From.OfCard(Card.Bound bound) ? bound : null);
            Optional<WalletLink.Facts> wallet = from.map(
                    it -> it instanceof AutomaticDebits.From.OfWallet(WalletLink.Linked link) ? link.facts() : null);
            return new DebitView(
                    loan,
                    kind,
                    date,
                    amount,
                    card.map(Card.Bound::id).orElse(null),
                    card.map(Card.Bound::last4).orElse(null),
                    card.map(Card.Bound::bank).orElse(null),
                    wallet.map(WalletLink.Facts::id).orElse(null),
                    wallet.map(WalletLink.Facts::tail).orElse(null),
                    stop.orElse(null),
                    fallback.stream().map(Fallback::of).toList(),
                    state(from, stopped),
                    kind == Kind.INSTALMENTS ? "/api/v1/loans/" + loan + "/automatic-debit" : null);
        }

        private static State state(Optional<AutomaticDebits.From> from, boolean stopped) {
            return stopped ? State.STOPPED : from.isPresent() ? State.ON : State.NOTHING_TO_DEBIT;
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
                .map(all -> Page.from(all, query, debit -> debit.id().toString())
                        .map(DebitView::of)
                        .response(uri));
    }
}
