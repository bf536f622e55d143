package io.anju.loan.quote;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kit.tx.Tx;
import io.anju.loan.product.Products;
import io.anju.loan.product.model.Price;
import io.anju.loan.product.model.TrancheKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: the rate that a product would have for a quote. */
@ApplicationScoped
public class Quotes {

    private final Products products;

    Quotes(Products products) {
        this.products = products;
    }

    /**
     * The product's rate on a day.
     *
     * @param kind which of its tranches; null: the first
     * @return empty when the product, the tranche or a reference rate does not exist on that day
     */
    public Uni<Optional<AnnualRate>> findRate(
            Tx tx, String product, @Nullable TrancheKind kind, int months, LocalDate day) {
        return products.findOffered(tx, product, day)
                .map(found -> found.flatMap(
                        version -> kind == null ? version.tranches().stream().findFirst() : version.findTranche(kind)))
                .flatMap(tranche -> tranche.isEmpty()
                        ? Uni.createFrom().item(Optional.<Price>empty())
                        : products.price(tx, tranche.get(), months, day))
                .map(price -> price.map(Price::annualRate));
    }
}
