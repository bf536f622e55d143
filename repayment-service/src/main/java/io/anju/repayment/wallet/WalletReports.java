package io.anju.repayment.wallet;

import io.anju.document.PdfRenderer;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.http.Digests;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Position;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.wallet.Prospects.Prospect;
import io.anju.repayment.wallet.model.Impact;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.anju.repayment.wallet.model.WalletReport;
import io.anju.repayment.wallet.model.WalletReportDocument;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The account report of a link: what was paid through it, from the ledger alone, and what closing would bring. */
@ApplicationScoped
public class WalletReports {

    private final Transactions transactions;
    private final Prospects prospects;
    private final Unlinkings unlinkings;
    private final Outbox outbox;
    private final Ledger ledger;
    private final RailDesk rail;
    private final PdfRenderer renderer;
    private final Vertx vertx;
    private final BusinessClock clock;

    WalletReports(
            Transactions transactions,
            Prospects prospects,
            Unlinkings unlinkings,
            Outbox outbox,
            Ledger ledger,
            RailDesk rail,
            PdfRenderer renderer,
            Vertx vertx,
            BusinessClock clock) {
        this.transactions = transactions;
        this.prospects = prospects;
        this.unlinkings = unlinkings;
        this.outbox = outbox;
        this.ledger = ledger;
        this.rail = rail;
        this.renderer = renderer;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** The report of a link that is in force, closing or closed. Not in a transaction: it asks the institution. */
    public Uni<Result<WalletReport, WalletRefusal>> report(UUID customerId, UUID linkId) {
        return prospects.findEver(customerId, linkId).flatMap(found -> switch (found) {
            case Result.Refused<Prospect, WalletRefusal>(WalletRefusal refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
            case Result.Ok<Prospect, WalletRefusal>(Prospect prospect) ->
                transactions
                        .run(tx -> payments(tx, prospect.link()))
                        .map(payments -> Result.ok(report(prospect.link(), prospect.impact(), payments)));
        });
    }

    /** Keeps as evidence that these bytes are what was handed out, where a closing is open that they are read for. */
    public Uni<Void> given(WalletLink link, String mediaType, byte[] bytes) {
        return transactions.run(tx -> unlinkings
                .findLatest(tx, link.facts().id())
                .flatMap(latest -> latest.orElse(null) instanceof Unlinking.Open open
                        ? outbox.append(
                                tx,
                                WalletAnnouncements.reportGiven(
                                        link.facts(), open.about(), mediaType, Digests.sha256Hex(bytes)))
                        : Uni.createFrom().voidItem()));
    }

    /** Drawn as PDF/A; drawing a page is computation, done beside the event loop. */
    public Uni<byte[]> print(WalletReport report) {
        return vertx.executeBlocking(() -> renderer.render(WalletReportDocument.of(report)));
    }

    private WalletReport report(WalletLink link, Impact impact, List<WalletReport.Payment> payments) {
        long paid = payments.stream().mapToLong(WalletReport.Payment::amount).sum();
        return new WalletReport(link, impact.account(), payments, paid, impact, clock.now());
    }

    private Uni<List<WalletReport.Payment>> payments(Tx tx, WalletLink link) {
        WalletLink.Facts facts = link.facts();
        return rail.listReferencesOf(tx, facts.loanId(), facts.wallet(), WalletReport.MOST)
                .flatMap(orders -> ledger.listOfLoan(
                                tx, facts.loanId(), Position.before(LocalDate.EPOCH), clock.today(), WalletReport.MOST)
                        .map(all -> through(
                                orders,
                                all.stream().map(PostedTransfer::transfer).toList())));
    }

    /** Those that orders on the wallet caused: a loan may have had another wallet before. What undoes one of them counts too. */
    private static List<WalletReport.Payment> through(Set<String> orders, List<Transfer> all) {
        Set<UUID> own = all.stream()
                .filter(transfer -> orders.contains(transfer.key()))
                .map(Transfer::id)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(transfer -> own.contains(transfer.id()) || own.contains(transfer.reverses()))
                .filter(transfer -> fromWallet(transfer) != 0)
                .map(transfer -> new WalletReport.Payment(transfer.date(), transfer.reference(), fromWallet(transfer)))
                .toList();
    }

    private static long fromWallet(Transfer transfer) {
        return transfer.on(AccountCode.WALLET_CLEARING);
    }
}
