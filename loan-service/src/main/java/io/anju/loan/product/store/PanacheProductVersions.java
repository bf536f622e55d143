package io.anju.loan.product.store;

import io.anju.kit.tx.Tx;
import io.anju.loan.product.ProductVersions;
import io.anju.loan.product.model.ProductVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Product versions by Hibernate Reactive. */
@ApplicationScoped
class PanacheProductVersions implements ProductVersions {

    private static final String NEWEST = """
            validFrom = (select max(other.validFrom) from ProductVersionRow other
                         where other.key.code = p.key.code and other.validFrom <= ?1)
            """;

    @Override
    public Uni<List<ProductVersion>> listOffered(Tx tx, LocalDate day) {
        return ProductVersionRow.<ProductVersionRow>list(
                        "from ProductVersionRow p where " + NEWEST + " order by p.key.code", day)
                .map(rows -> rows.stream().map(ProductVersionRow::toModel).toList());
    }

    @Override
    public Uni<Optional<ProductVersion>> findOffered(Tx tx, String code, LocalDate day) {
        return ProductVersionRow.<ProductVersionRow>find(
                        "from ProductVersionRow p where " + NEWEST + " and p.key.code = ?2", day, code)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(ProductVersionRow::toModel));
    }

    @Override
    public Uni<Optional<ProductVersion>> find(Tx tx, String code, int version) {
        return ProductVersionRow.<ProductVersionRow>findById(new ProductVersionRow.Key(code, version))
                .map(row -> Optional.ofNullable(row).map(ProductVersionRow::toModel));
    }
}
