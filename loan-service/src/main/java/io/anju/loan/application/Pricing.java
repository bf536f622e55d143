package io.anju.loan.application;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.ApprovedTranche;
import io.anju.loan.application.model.Dossier;
import io.anju.loan.application.model.Facts;
import io.anju.loan.application.model.TrancheWish;
import io.anju.loan.product.Products;
import io.anju.loan.product.model.Conditions;
import io.anju.loan.product.model.Price;
import io.anju.loan.product.model.ProductVersion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** What is asked for, with the price of a day: the reference rate in force plus the spread of the application's product version. */
@ApplicationScoped
public class Pricing {

    private final Products products;

    Pricing(Products products) {
        this.products = products;
    }

    /** Every tranche with its price. */
    public Uni<List<ApprovedTranche>> price(Tx tx, Dossier dossier, Facts facts, LocalDate day) {
        return products.get(tx, dossier.product(), dossier.productVersion())
                .flatMap(product -> Multi.createFrom()
                        .iterable(facts.tranches())
                        .onItem()
                        .transformToUniAndConcatenate(wish -> price(tx, product, wish, day))
                        .collect()
                        .asList());
    }

    private Uni<ApprovedTranche> price(Tx tx, ProductVersion product, TrancheWish wish, LocalDate day) {
        var tranche = product.findTranche(wish.kind()).orElseThrow();
        return products.price(tx, tranche, wish.months(), day)
                .map(price -> price.orElseThrow(
                        () -> new IllegalStateException("no reference rate in force for " + product.code())))
                .map(price -> priced(wish, price, tranche.conditions()));
    }

    private static ApprovedTranche priced(TrancheWish wish, Price price, Conditions conditions) {
        return new ApprovedTranche(
                wish.kind(),
                wish.principal(),
                wish.months(),
                wish.method(),
                wish.interestOnlyMonths(),
                price.annualRate().fraction(),
                price.spread().fraction(),
                price.ratePeriodMonths(),
                price.basis(),
                conditions);
    }
}
