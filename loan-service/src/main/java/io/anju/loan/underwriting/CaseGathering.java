package io.anju.loan.underwriting;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Applications;
import io.anju.loan.application.Pricing;
import io.anju.loan.application.model.ApprovedTranche;
import io.anju.loan.application.model.Asset;
import io.anju.loan.application.model.Checking;
import io.anju.loan.application.model.Facts;
import io.anju.loan.application.model.Liability;
import io.anju.loan.application.model.TrancheWish;
import io.anju.loan.product.Products;
import io.anju.loan.product.model.ProductVersion;
import io.anju.loan.underwriting.model.BureauReport;
import io.anju.loan.underwriting.model.CaseFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Fetches everything that the rules look at, so that the rules themselves fetch nothing. */
@ApplicationScoped
class CaseGathering {

    private static final int ARREARS_MONTHS = 24;

    private final Applications applications;
    private final Products products;
    private final Pricing pricing;
    private final OwnArrears arrears;
    private final BusinessClock clock;

    CaseGathering(
            Applications applications, Products products, Pricing pricing, OwnArrears arrears, BusinessClock clock) {
        this.applications = applications;
        this.products = products;
        this.pricing = pricing;
        this.arrears = arrears;
        this.clock = clock;
    }

    Uni<CaseFacts> gather(Tx tx, Checking application, BureauReport report, int ageYears) {
        var dossier = application.dossier();
        var facts = application.facts();
        LocalDate today = clock.today();
        return products.get(tx, dossier.product(), dossier.productVersion())
                .flatMap(product -> pricing.price(tx, dossier, facts, today)
                        .flatMap(tranches -> arrears.countSince(
                                        tx, dossier.customerId(), today.minusMonths(ARREARS_MONTHS))
                                .flatMap(late -> applications
                                        .countOpenBeside(tx, dossier.id(), dossier.customerId(), facts)
                                        .map(open -> facts(
                                                facts,
                                                product,
                                                dearestMonth(tranches, today),
                                                report,
                                                ageYears,
                                                late,
                                                open)))));
    }

    private static CaseFacts facts(
            Facts facts,
            ProductVersion product,
            long instalment,
            BureauReport report,
            int ageYears,
            int lateHere,
            int openApplications) {
        return new CaseFacts(
                facts.principal(),
                facts.property().price(),
                instalment,
                Math.max(declared(facts, true), report.housingPayments()),
                Math.max(declared(facts, false), report.otherPayments()),
                facts.income().monthly(),
                facts.income().employedMonths(),
                facts.assets().stream().mapToLong(Asset::amount).sum(),
                ageYears,
                facts.tranches().stream().mapToInt(TrancheWish::months).max().orElse(0),
                product.lendingShare(),
                product.maxAgePlusTerm(),
                Math.max(report.overdueCount24m(), lateHere),
                report.inquiries6m(),
                openApplications);
    }

    private static long declared(Facts facts, boolean housing) {
        return facts.liabilities().stream()
                .filter(debt -> (debt.kind() == Liability.Kind.HOME_LOAN) == housing)
                .mapToLong(Liability::monthlyPayment)
                .sum();
    }

    /** Of both methods the first whole instalment is the dearest but for the last one's residue. */
    private static long dearestMonth(List<ApprovedTranche> tranches, LocalDate today) {
        return tranches.stream()
                .map(tranche -> RepaymentTerms.monthly(
                        tranche.principal(),
                        AnnualRate.of(tranche.annualRate()),
                        tranche.months(),
                        tranche.method(),
                        today,
                        today.plusMonths(1)))
                .mapToLong(terms -> RepaymentSchedule.of(terms).first().amount())
                .sum();
    }
}
