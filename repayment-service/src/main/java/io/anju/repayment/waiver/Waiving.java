package io.anju.repayment.waiver;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.BillShares;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.waiver.model.Waiver;
import io.anju.repayment.waiver.model.WaiverRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Waives late charges. Nothing is posted: income is recognised when it is received, and this is never received. Principal
 * and interest are not waived.
 */
@ApplicationScoped
public class Waiving {

    private final Loans loans;
    private final Bills bills;
    private final BillShares shares;
    private final Waivers waivers;
    private final RailDesk rail;
    private final BusinessClock clock;
    private final Ids ids;

    Waiving(Loans loans, Bills bills, BillShares shares, Waivers waivers, RailDesk rail, BusinessClock clock, Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.shares = shares;
        this.waivers = waivers;
        this.rail = rail;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is asked for.
     *
     * @param amount fen
     */
    public record Ask(int instalment, long amount, String reason) {}

    /** Proposes; nothing changes before somebody else has approved. */
    public Uni<Result<Waiver, WaiverRefusal>> propose(Tx tx, UUID loanId, Ask ask, UUID by) {
        var proposal =
                new Waiver.Proposal(ids.next(), loanId, ask.instalment(), ask.amount(), ask.reason(), by, clock.now());
        return onActive(
                tx,
                loanId,
                stored -> lateBill(tx, proposal).flatMap(found -> switch (found) {
                    case Result.Refused<Bill.Unpaid, WaiverRefusal>(WaiverRefusal refusal) -> refused(refusal);
                    case Result.Ok<Bill.Unpaid, WaiverRefusal> enough -> keep(tx, new Waiver.Proposed(proposal));
                }));
    }

    /** Decides; approved, the instalment owes so much less from this moment on. */
    public Uni<Result<Waiver, WaiverRefusal>> decide(Tx tx, UUID loanId, UUID id, boolean approved, UUID by) {
        return onActive(
                tx,
                loanId,
                stored -> waivers.find(tx, loanId, id).flatMap(found -> switch (found.orElse(null)) {
                    case null -> refused(new WaiverRefusal.NotFound(id));
                    case Waiver.Decided decided -> refused(new WaiverRefusal.AlreadyDecided(id));
                    case Waiver.Proposed proposed ->
                        switch (proposed.decided(approved, by, clock.now())) {
                            case Result.Refused<Waiver.Decided, WaiverRefusal>(WaiverRefusal refusal) ->
                                refused(refusal);
                            case Result.Ok<Waiver.Decided, WaiverRefusal>(Waiver.Decided decided) ->
                                approved ? waive(tx, stored, decided) : keep(tx, decided);
                        };
                }));
    }

    /** The loan's waivers, the newest first. */
    public Uni<List<Waiver>> list(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return waivers.listOfLoan(tx, loanId, before, limit);
    }

    /** One of them. */
    public Uni<Optional<Waiver>> find(Tx tx, UUID loanId, UUID id) {
        return waivers.find(tx, loanId, id);
    }

    private Uni<Result<Waiver, WaiverRefusal>> waive(Tx tx, StoredLoan<Loan> stored, Waiver.Decided decided) {
        Waiver.Proposal of = decided.proposal();
        return lateBillAtRest(tx, of).flatMap(found -> switch (found) {
            case Result.Refused<Bill.Unpaid, WaiverRefusal>(WaiverRefusal refusal) -> refused(refusal);
            case Result.Ok<Bill.Unpaid, WaiverRefusal>(Bill.Unpaid bill) ->
                bills.saveAll(tx, List.of(bill.waived(clock.today(), of.amount())))
                        .flatMap(saved -> keep(tx, decided))
                        .call(kept -> shares.addAll(
                                tx,
                                List.of(BillShare.waived(
                                        bill.facts(), of.id(), clock.today(), stored.version(), of.amount()))));
        });
    }

    /** The bill, if no debit of the loan is under way. */
    private Uni<Result<Bill.Unpaid, WaiverRefusal>> lateBillAtRest(Tx tx, Waiver.Proposal of) {
        return rail.listUnderWay(tx, of.loanId())
                .flatMap(underWay ->
                        underWay.isEmpty() ? lateBill(tx, of) : refused(new WaiverRefusal.UnderWay(of.loanId())));
    }

    /** The bill, if so much of what it owes is for lateness. */
    private Uni<Result<Bill.Unpaid, WaiverRefusal>> lateBill(Tx tx, Waiver.Proposal of) {
        return bills.listUnpaid(tx, List.of(of.loanId())).map(unpaid -> {
            Optional<Bill.Unpaid> bill = unpaid.stream()
                    .filter(each -> each.facts().number() == of.instalment())
                    .findFirst();
            long late = bill.map(found -> found.owedOn(clock.today()).penalty()).orElse(0L);
            return bill.isPresent() && of.amount() <= late
                    ? Result.ok(bill.get())
                    : Result.refused(new WaiverRefusal.MoreThanLate(of.instalment(), late, of.amount()));
        });
    }

    private Uni<Result<Waiver, WaiverRefusal>> keep(Tx tx, Waiver waiver) {
        return waivers.save(tx, waiver).replaceWith(Result.ok(waiver));
    }

    /** With the loan locked, if it is being repaid. */
    private Uni<Result<Waiver, WaiverRefusal>> onActive(
            Tx tx, UUID loanId, Function<StoredLoan<Loan>, Uni<Result<Waiver, WaiverRefusal>>> work) {
        return loans.findForUpdate(tx, loanId)
                .flatMap(found -> switch (found.map(StoredLoan::loan).orElse(null)) {
                    case null -> refused(new WaiverRefusal.NotFound(loanId));
                    case Loan.Opening opening -> refused(new WaiverRefusal.LoanNotActive(loanId));
                    case Loan.Settled settled -> refused(new WaiverRefusal.LoanNotActive(loanId));
                    case Loan.Cancelled cancelled -> refused(new WaiverRefusal.LoanNotActive(loanId));
                    case Loan.Active active -> work.apply(found.orElseThrow());
                });
    }

    private static <T> Uni<Result<T, WaiverRefusal>> refused(WaiverRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
