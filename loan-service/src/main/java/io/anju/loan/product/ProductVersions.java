package io.anju.loan.product;

import io.anju.kit.tx.Tx;
import io.anju.loan.product.model.ProductVersion;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where product versions are kept. */
public interface ProductVersions {

    /** The newest version of each product that is valid on a day. */
    Uni<List<ProductVersion>> listOffered(Tx tx, LocalDate day);

    /** The newest version of one product that is valid on a day. */
    Uni<Optional<ProductVersion>> findOffered(Tx tx, String code, LocalDate day);

    /** That very version. */
    Uni<Optional<ProductVersion>> find(Tx tx, String code, int version);
}
