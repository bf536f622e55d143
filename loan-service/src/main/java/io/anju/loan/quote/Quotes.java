package io.anju.loan.quote;

import io.anju.kit.tx.Tx;
import io.anju.loan.product.Products;
import io.anju.loan.product.model.ProductTranche;
import io.anju.loan.product.model.ProductVersion;
import io.anju.loan.product.model.TrancheKind;
import io.anju.loan.quote.model.Basis;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: the rate and the conventions that a product would have for a quote. */
@ApplicationScoped
public class Quotes {

    private final Products products;

    Quotes(Products products) {
        this.products = products;
    }

    /**
     * What the product offered on a day would calculate with.
     *
     * @param kind which of its tranches; null: the first
     * @return empty when the product, the tranche or a reference rate does not exist on that day
     */
    public Uni<Optional<Basis>> findBasis(
            Tx tx, String product, @Nullable TrancheKind kind, int months, LocalDate day) {
        return products.findOffered(tx, product, day)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Basis>empty())
                        : basis(tx, found.get(), kind, months, day));
    }

    private Uni<Optional<Basis>> basis(
            Tx tx, ProductVersion version, @Nullable TrancheKind kind, int months, LocalDate day) {
        Optional<ProductTranche> tranche =
                kind == null ? version.tranches().stream().findFirst() : version.findTranche(kind);
        return tranche.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : products.price(tx, tranche.get(), months, day)
                        .map(found -> found.map(price -> new Basis(
                                price.annualRate(),
                                tranche.get().conditions().conventions(),
                                version.maxInterestOnlyMonths())));
    }
}
