package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.Impact;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.Unlinking.Step;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Closes a link with no surprise: impact, report, settling, verification and confirmation, a window to undo it. The link's
 * row is locked by every step, so that of two steps at once the second finds what the first has made. Every step is told:
 * to the borrower, and to the evidence log.
 */
@ApplicationScoped
public class GuidedUnlinking {

    private final WalletLinks links;
    private final Unlinkings unlinkings;
    private final Impacts impacts;
    private final NoticeDesk notices;
    private final Loans loans;
    private final Bills bills;
    private final RailDesk rail;
    private final Outbox outbox;
    private final WalletConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    GuidedUnlinking(
            WalletLinks links,
            Unlinkings unlinkings,
            Impacts impacts,
            NoticeDesk notices,
            Loans loans,
            Bills bills,
            RailDesk rail,
            Outbox outbox,
            WalletConfig config,
            BusinessClock clock,
            Ids ids) {
        this.links = links;
        this.unlinkings = unlinkings;
        this.impacts = impacts;
        this.notices = notices;
        this.loans = loans;
        this.bills = bills;
        this.rail = rail;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Where a closing stands.
     *
     * @param version of the link's row
     * @param after what pays the next instalment without the wallet
     */
    public record Standing(Unlinking unlinking, WalletLink link, long version, Impacts.Afterwards after) {}

    /** Where the link's latest closing stands. */
    public Uni<Optional<Standing>> find(Tx tx, UUID customerId, UUID linkId) {
        return links.findOwned(tx, customerId, linkId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : unlinkings
                                .findLatest(tx, linkId)
                                .flatMap(latest -> latest.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : standing(tx, latest.get(), found.get())
                                                .map(Optional::of)));
    }

    /**
     * Begins a closing, or answers with the one that is open.
     *
     * @param told what {@link Prospects#toBegin} has found a moment ago
     */
    public Uni<Result<Standing, WalletRefusal>> begin(Tx tx, UUID customerId, UUID linkId, Optional<Impact> told) {
        return links.findOwnedForUpdate(tx, customerId, linkId)
                .flatMap(found -> found.isEmpty()
                        ? refused(new WalletRefusal.NotFound(linkId))
                        : unlinkings.findLatest(tx, linkId).flatMap(latest -> begin(tx, found.get(), latest, told)));
    }

    private Uni<Result<Standing, WalletRefusal>> begin(
            Tx tx, Kept kept, Optional<Unlinking> latest, Optional<Impact> told) {
        if (latest.orElse(null) instanceof Unlinking.Open open) {
            return standing(tx, open, kept).map(Result::ok);
        }
        if (!(kept.link() instanceof WalletLink.Linked linked)) {
            return refused(new WalletRefusal.NotInForce(kept.link().facts().id()));
        }
        if (told.isEmpty()) {
            // The closing that was open a moment ago is over by now.
            return refused(
                    new WalletRefusal.OutOfTurn(latest.map(Unlinking::stateName).orElse("NONE")));
        }
        var about = new Unlinking.Case(ids.next(), linked.facts().id(), told.get(), clock.now());
        return keep(tx, linked, Unlinking.begin(about));
    }

    /** The account report is with the customer. */
    public Uni<Result<Standing, WalletRefusal>> reportTaken(Tx tx, UUID customerId, UUID linkId) {
        return step(tx, customerId, linkId, Step.REPORT);
    }

    /** No instalment is due and unpaid, and none is being paid; otherwise it is told which one. */
    public Uni<Result<Standing, WalletRefusal>> settle(Tx tx, UUID customerId, UUID linkId) {
        return step(tx, customerId, linkId, Step.SETTLE);
    }

    /** Confirms it; its verification is burnt in this transaction. */
    public Uni<Result<Standing, WalletRefusal>> confirm(Tx tx, UUID customerId, UUID linkId) {
        return step(tx, customerId, linkId, Step.CONFIRM);
    }

    /** Gives it up, or undoes it while the window is open. */
    public Uni<Result<Standing, WalletRefusal>> undo(Tx tx, UUID customerId, UUID linkId) {
        return step(tx, customerId, linkId, Step.UNDO);
    }

    private Uni<Result<Standing, WalletRefusal>> step(Tx tx, UUID customerId, UUID linkId, Step step) {
        return links.findOwnedForUpdate(tx, customerId, linkId)
                .flatMap(found -> found.isEmpty()
                        ? refused(new WalletRefusal.NotFound(linkId))
                        : unlinkings
                                .findLatest(tx, linkId)
                                .flatMap(latest -> latest.isEmpty()
                                        ? refused(new WalletRefusal.NotFound(linkId))
                                        : step(tx, found.get(), latest.get(), step)));
    }

    private Uni<Result<Standing, WalletRefusal>> step(Tx tx, Kept kept, Unlinking before, Step step) {
        return switch (before.take(step, clock.now(), config.undoWindow())) {
            case Result.Refused<Unlinking, WalletRefusal>(WalletRefusal refusal) -> refused(refusal);
            case Result.Ok<Unlinking, WalletRefusal>(Unlinking after)
            when after.equals(before) -> standing(tx, before, kept).map(Result::ok);
            case Result.Ok<Unlinking, WalletRefusal>(Unlinking after) ->
                findObstacle(tx, kept.link().facts(), step)
                        .flatMap(obstacle ->
                                obstacle.isPresent() ? refused(obstacle.get()) : keep(tx, kept.link(), after));
        };
    }

    /** What stands against settling and confirming: an instalment that is owed or being paid. */
    private Uni<Optional<WalletRefusal>> findObstacle(Tx tx, WalletLink.Facts link, Step step) {
        if (step != Step.SETTLE && step != Step.CONFIRM) {
            return Uni.createFrom().item(Optional.empty());
        }
        // Whoever orders a debit holds the loan's lock: none can come from the wallet between this look and the
        // closing.
        return loans.findForUpdate(tx, link.loanId())
                .flatMap(locked -> rail.listUnderWay(tx, link.loanId()))
                .flatMap(underWay -> bills.listUnpaid(tx, List.of(link.loanId()))
                        .map(unpaid -> underWay(underWay).or(() -> owed(unpaid))));
    }

    private static Optional<WalletRefusal> underWay(List<Instruction> orders) {
        return orders.stream()
                .filter(order -> order.kind().channel() == Channel.WALLET)
                .findFirst()
                .map(order -> new WalletRefusal.PaymentUnderWay(order.subjectNumber()));
    }

    private Optional<WalletRefusal> owed(List<Bill.Unpaid> unpaid) {
        return unpaid.stream()
                .findFirst()
                .map(bill -> new WalletRefusal.InstalmentOpen(
                        bill.facts().loanId(),
                        bill.facts().number(),
                        bill.owedOn(clock.today()).total()));
    }

    private Uni<Result<Standing, WalletRefusal>> keep(Tx tx, WalletLink before, Unlinking after) {
        return unlinkings
                .save(tx, after)
                .flatMap(saved -> follow(tx, before, after))
                .flatMap(link -> links.save(tx, link).map(version -> new Kept(link, version)))
                .flatMap(kept -> standing(tx, after, kept))
                .map(Result::ok);
    }

    /** What the link becomes, and who is told. */
    private Uni<WalletLink> follow(Tx tx, WalletLink before, Unlinking after) {
        return switch (after) {
            case Unlinking.Confirmed confirmed
            when before instanceof WalletLink.Linked linked -> closing(tx, linked.closing(confirmed.until()));
            case Unlinking.Undone undone
            when before instanceof WalletLink.Closing closing -> reopened(tx, closing.reopened());
            case Unlinking.Assessed begun ->
                tell(tx, before, WalletAnnouncements.unlinkBegun(before.facts(), begun.about()));
            case Unlinking.Reported reported ->
                tell(tx, before, WalletAnnouncements.unlinkReportTaken(before.facts(), reported.about()));
            case Unlinking.Settled settled ->
                tell(tx, before, WalletAnnouncements.unlinkInstalmentSettled(before.facts(), settled.about()));
            case Unlinking.Undone givenUp ->
                tell(tx, before, WalletAnnouncements.unlinkGivenUp(before.facts(), givenUp.about()));
            default -> Uni.createFrom().item(before);
        };
    }

    private Uni<WalletLink> tell(Tx tx, WalletLink link, DomainEvent fact) {
        return outbox.append(tx, fact).replaceWith(link);
    }

    private Uni<WalletLink> closing(Tx tx, WalletLink.Closing link) {
        LocalDate day = LocalDate.ofInstant(link.undoUntil(), BusinessClock.ZONE);
        return notices.place(tx, link.facts().id(), WalletNotices.Kind.CLOSING_REQUESTED, 0)
                .flatMap(placed -> outbox.append(tx, WalletAnnouncements.unlinkRequested(link, day)))
                .replaceWith(link);
    }

    private Uni<WalletLink> reopened(Tx tx, WalletLink.Linked link) {
        return notices.place(
                        tx,
                        link.facts().id(),
                        WalletNotices.Kind.CLOSING_UNDONE,
                        link.facts().limit())
                .flatMap(placed -> outbox.append(tx, WalletAnnouncements.linked(link, true)))
                .replaceWith(link);
    }

    private Uni<Standing> standing(Tx tx, Unlinking unlinking, Kept kept) {
        return impacts.afterwards(tx, kept.link().facts())
                .map(after -> new Standing(unlinking, kept.link(), kept.version(), after));
    }

    private static <T> Uni<Result<T, WalletRefusal>> refused(WalletRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
