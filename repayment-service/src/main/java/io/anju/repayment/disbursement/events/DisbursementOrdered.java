package io.anju.repayment.disbursement.events;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.anju.repayment.disbursement.Disbursement;
import io.anju.repayment.disbursement.UsualConditions;
import io.anju.repayment.loan.LoanProducts;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Conditions;
import io.anju.repayment.loan.model.RateBasis;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears that a loan may be paid out; each of its tranches becomes a loan account. */
@ApplicationScoped
class DisbursementOrdered implements EventHandler {

    private static final String TYPE = "anju.loan.disbursement-ordered.v1";
    private static final int MONTHS_OF_THE_SHORT_RATE = 60;

    /**
     * What this service reads of the event.
     *
     * @param product code of the product; absent in messages of the version before
     */
    @RegisterForReflection
    record Data(
            UUID applicationId,
            UUID contractId,
            UUID customerId,
            @Nullable String product,
            List<Tranche> tranches,
            LocalDate startDate,
            LocalDate firstDueDate,
            int dueDay,
            Payee payee) {}

    /**
     * @param principal fen
     * @param ratePeriodMonths repricing cycle of a floating rate
     * @param interestOnlyMonths of the term, at its start; absent in messages of the version before: none
     * @param conditions absent in messages of the version before: this service's own at the moment then
     */
    @RegisterForReflection
    record Tranche(
            long principal,
            int months,
            Method method,
            @Nullable Integer interestOnlyMonths,
            BigDecimal annualRate,
            String rateBasis,
            @Nullable BigDecimal spread,
            @Nullable Integer ratePeriodMonths,
            @Nullable OrderedConditions conditions) {}

    /** @param reference of the payee's account at the rail */
    @RegisterForReflection
    record Payee(String reference) {}

    private final Disbursement disbursement;
    private final UsualConditions usual;
    private final LoanProducts products;
    private final Ids ids;

    DisbursementOrdered(Disbursement disbursement, UsualConditions usual, LoanProducts products, Ids ids) {
        this.disbursement = disbursement;
        this.usual = usual;
        this.products = products;
        this.ids = ids;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        Data data = event.dataAs(Data.class);
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int i = 0; i < data.tranches().size(); i++) {
            Agreement agreement = agreement(data, i);
            all = all.flatMap(done -> disbursement.open(tx, agreement));
        }
        String product = data.product();
        return product == null ? all : all.flatMap(done -> products.keep(tx, data.applicationId(), product));
    }

    private Agreement agreement(Data order, int index) {
        Tranche tranche = order.tranches().get(index);
        Conditions conditions = tranche.conditions() == null
                ? usual.now()
                : tranche.conditions().agreed();
        Frequency frequency = conditions.conventions().frequency();
        var terms = new RepaymentTerms(
                tranche.principal(),
                AnnualRate.of(tranche.annualRate()),
                frequency.instalments(tranche.months()),
                tranche.method(),
                frequency.instalments(Objects.requireNonNullElse(tranche.interestOnlyMonths(), 0)),
                order.startDate(),
                order.firstDueDate(),
                order.dueDay(),
                conditions.conventions());
        return new Agreement(
                ids.next(),
                order.customerId(),
                order.applicationId(),
                order.contractId(),
                index + 1,
                terms,
                conditions,
                basis(tranche),
                order.payee().reference());
    }

    // 中国人民银行公告〔2019〕第16号: a loan follows the LPR of the matching maturity; up to five years the one-year rate.
    private static RateBasis basis(Tranche tranche) {
        return switch (tranche.rateBasis()) {
            case "FIXED" -> new RateBasis.Fixed();
            case "FLOATING" ->
                new RateBasis.Floating(
                        tranche.months() > MONTHS_OF_THE_SHORT_RATE
                                ? ReferenceRate.Tenor.LPR_5Y
                                : ReferenceRate.Tenor.LPR_1Y,
                        new Spread(tranche.spread() == null ? BigDecimal.ZERO : tranche.spread()),
                        tranche.ratePeriodMonths() == null ? 12 : tranche.ratePeriodMonths());
            default -> throw new IllegalArgumentException("unknown rate basis " + tranche.rateBasis());
        };
    }
}
