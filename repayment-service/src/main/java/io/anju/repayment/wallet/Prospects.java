package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.Impact;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What closing a link would bring today; changes nothing. The institution is asked what the wallet holds, between two
 * transactions. While it is away the answer is {@code 503}: nothing is guessed.
 */
@ApplicationScoped
public class Prospects {

    private final Transactions transactions;
    private final WalletLinks links;
    private final Unlinkings unlinkings;
    private final Impacts impacts;
    private final WalletInstitution institution;

    Prospects(
            Transactions transactions,
            WalletLinks links,
            Unlinkings unlinkings,
            Impacts impacts,
            WalletInstitution institution) {
        this.transactions = transactions;
        this.links = links;
        this.unlinkings = unlinkings;
        this.impacts = impacts;
        this.institution = institution;
    }

    /** A link, and what closing it would bring. */
    public record Prospect(WalletLink link, Impact impact) {}

    /** Of a link that is in force or closing. */
    public Uni<Result<Prospect, WalletRefusal>> find(UUID customerId, UUID linkId) {
        return link(customerId, linkId).flatMap(found -> switch (found.orElse(null)) {
            case null -> refused(new WalletRefusal.NotFound(linkId));
            case WalletLink.Linked linked -> look(linked);
            case WalletLink.Closing closing -> look(closing);
            default -> refused(new WalletRefusal.NotInForce(linkId));
        });
    }

    /** Of a link that is in force, closing or closed. */
    public Uni<Result<Prospect, WalletRefusal>> findEver(UUID customerId, UUID linkId) {
        return link(customerId, linkId).flatMap(found -> switch (found.orElse(null)) {
            case null -> refused(new WalletRefusal.NotFound(linkId));
            case WalletLink.Requested early -> refused(new WalletRefusal.NotInForce(linkId));
            case WalletLink.Cancelled never -> refused(new WalletRefusal.NotInForce(linkId));
            case WalletLink link -> look(link);
        });
    }

    /** What a closing is begun with; empty where none is to begin, because one is open or the link is not in force. */
    public Uni<Optional<Impact>> toBegin(UUID customerId, UUID linkId) {
        return transactions
                .run(tx -> links.findOwned(tx, customerId, linkId)
                        .flatMap(found -> unlinkings
                                .findLatest(tx, linkId)
                                .map(latest -> found.map(Kept::link)
                                        .filter(WalletLink.Linked.class::isInstance)
                                        .filter(link -> !(latest.orElse(null) instanceof Unlinking.Open)))))
                .flatMap(link -> link.map(linked -> assess(linked).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<WalletLink>> link(UUID customerId, UUID linkId) {
        return transactions.run(tx -> links.findOwned(tx, customerId, linkId)).map(found -> found.map(Kept::link));
    }

    private Uni<Result<Prospect, WalletRefusal>> look(WalletLink link) {
        return assess(link).map(impact -> Result.ok(new Prospect(link, impact)));
    }

    private Uni<Impact> assess(WalletLink link) {
        return institution
                .account(link.facts().wallet())
                .flatMap(account -> transactions.run(tx -> impacts.of(tx, link, account)));
    }

    private static Uni<Result<Prospect, WalletRefusal>> refused(WalletRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
