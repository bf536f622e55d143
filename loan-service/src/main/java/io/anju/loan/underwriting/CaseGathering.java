package io.anju.loan.underwriting;

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
import io.anju.loan.underwriting.model.BureauAnswer;
import io.anju.loan.underwriting.model.BureauReport;
import io.anju.loan.underwriting.model.CaseFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fetches everything that the rules look at, so that the rules themselves fetch nothing. */
@ApplicationScoped
class CaseGathering {

    private static final int ARREARS_MONTHS = 24;

    /** The product whose price is for a first home alone. */
    private static final String FIRST_HOME = "FIRST_HOME";

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

    /** What the bureau knows and what this bank does. */
    private record Known(BureauAnswer answer, int lateHere, int openApplications, int homeLoansHere) {

        BureauReport report() {
            return reported(answer);
        }

        @Nullable
        String noReport() {
            return answer instanceof BureauAnswer.NoReport(String reason) ? reason : null;
        }
    }

    /** The report, or an empty one where there is none. */
    static BureauReport reported(BureauAnswer answer) {
        return answer instanceof BureauReport report ? report : BureauReport.EMPTY;
    }

    Uni<CaseFacts> gather(Tx tx, Checking application, BureauAnswer answer, int ageYears) {
        var dossier = application.dossier();
        var facts = application.facts();
        LocalDate today = clock.today();
        return products.get(tx, dossier.product(), dossier.productVersion())
                .flatMap(product -> pricing.price(tx, dossier, facts, today)
                        .flatMap(tranches -> known(tx, application, answer, today)
                                .map(known -> facts(facts, product, dearestMonth(tranches, today), known, ageYears))));
    }

    private Uni<Known> known(Tx tx, Checking application, BureauAnswer answer, LocalDate today) {
        var dossier = application.dossier();
        UUID customer = dossier.customerId();
        return arrears.countSince(tx, customer, today.minusMonths(ARREARS_MONTHS))
                .flatMap(late -> applications
                        .countOpenBeside(tx, dossier.id(), customer, application.facts())
                        .flatMap(open -> applications
                                .countHomeLoans(tx, customer)
                                .map(homes -> new Known(answer, late, open, homes))));
    }

    private static CaseFacts facts(Facts facts, ProductVersion product, long instalment, Known known, int ageYears) {
        BureauReport report = known.report();
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
                Math.max(report.overdueCount24m(), known.lateHere()),
                report.inquiries6m(),
                known.openApplications(),
                Math.max(Math.max(declaredHomeLoans(facts), report.homeLoans()), known.homeLoansHere()),
                product.code().equals(FIRST_HOME),
                known.noReport());
    }

    private static int declaredHomeLoans(Facts facts) {
        return (int) facts.liabilities().stream()
                .filter(debt -> debt.kind() == Liability.Kind.HOME_LOAN)
                .count();
    }

    private static long declared(Facts facts, boolean housing) {
        return facts.liabilities().stream()
                .filter(debt -> (debt.kind() == Liability.Kind.HOME_LOAN) == housing)
                .mapToLong(Liability::monthlyPayment)
                .sum();
    }

    private static long dearestMonth(List<ApprovedTranche> tranches, LocalDate today) {
        return tranches.stream()
                .mapToLong(tranche -> tranche.dearestMonth(today))
                .sum();
    }
}
