package io.anju.loan.product.http;

import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.loan.product.Products;
import io.anju.loan.product.model.Price;
import io.anju.loan.product.model.ProductTranche;
import io.anju.loan.product.model.ProductVersion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The products offered today, with today's rate for the longest term; open to anyone. */
@Path("/api/v1/products")
@Tag(name = "products")
@PermitAll
public class ProductResource {

    private final Transactions transactions;
    private final Products products;
    private final BusinessClock clock;

    ProductResource(Transactions transactions, Products products, BusinessClock clock) {
        this.transactions = transactions;
        this.products = products;
        this.clock = clock;
    }

    /** All of them: a bank has a handful. */
    @GET
    @Operation(summary = "Products offered today")
    public Uni<RestResponse<Page<ProductView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> products.listOffered(tx, clock.today())
                        .flatMap(offered -> Multi.createFrom()
                                .iterable(offered)
                                .onItem()
                                .transformToUniAndConcatenate(version -> view(tx, version))
                                .collect()
                                .asList()))
                .map(views -> Page.from(views, query, ProductView::code).response(uri));
    }

    /** One of them. */
    @GET
    @Path("/{code}")
    @Operation(summary = "One product")
    public Uni<ProductView> get(@PathParam("code") String code) {
        return transactions.run(tx -> products.findOffered(tx, code, clock.today())
                .flatMap(found -> view(tx, found.orElseThrow(() -> new ProblemException(Problem.notFound())))));
    }

    private Uni<ProductView> view(Tx tx, ProductVersion version) {
        return Multi.createFrom()
                .iterable(version.tranches())
                .onItem()
                .transformToUniAndConcatenate(tranche -> view(tx, tranche, version.maxMonths()))
                .collect()
                .asList()
                .map(tranches -> ProductView.of(version, tranches));
    }

    private Uni<ProductView.TrancheView> view(Tx tx, ProductTranche tranche, int months) {
        return products.price(tx, tranche, months, clock.today())
                .map((Optional<Price> price) -> ProductView.TrancheView.of(tranche, price.orElse(null)));
    }
}
