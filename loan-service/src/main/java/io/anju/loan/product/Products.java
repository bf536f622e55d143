package io.anju.loan.product;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.anju.loan.product.model.Price;
import io.anju.loan.product.model.ProductTranche;
import io.anju.loan.product.model.ProductVersion;
import io.anju.loan.referencerate.ReferenceRates;
import io.anju.loan.referencerate.model.PublishedRate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Use cases: what is offered on a day, and what a tranche of it costs on a day. */
@ApplicationScoped
public class Products {

    private final ProductVersions versions;
    private final ReferenceRates rates;

    Products(ProductVersions versions, ReferenceRates rates) {
        this.versions = versions;
        this.rates = rates;
    }

    /** The version of every product that is offered on a day. */
    public Uni<List<ProductVersion>> listOffered(Tx tx, LocalDate day) {
        return versions.listOffered(tx, day);
    }

    /** The version of one product that is offered on a day. */
    public Uni<Optional<ProductVersion>> findOffered(Tx tx, String code, LocalDate day) {
        return versions.findOffered(tx, code, day);
    }

    /** The version that an application was made under; it exists, since nothing is deleted. */
    public Uni<ProductVersion> get(Tx tx, String code, int version) {
        return versions.find(tx, code, version).map(Optional::orElseThrow);
    }

    /** The price of a tranche on a day; empty when no reference rate was in force yet. */
    public Uni<Optional<Price>> price(Tx tx, ProductTranche tranche, int months, LocalDate day) {
        return rates.findInForce(tx, tranche.reference(months), day)
                .map(found -> found.flatMap(rate -> price(tranche, rate)));
    }

    private static Optional<Price> price(ProductTranche tranche, PublishedRate reference) {
        return switch (tranche.spread().on(AnnualRate.of(reference.value()))) {
            case Result.Ok<AnnualRate, ?>(AnnualRate rate) ->
                Optional.of(new Price(rate, tranche.spread(), tranche.ratePeriodMonths(), tranche.basis()));
            case Result.Refused<AnnualRate, ?> belowZero -> Optional.empty();
        };
    }
}
