package io.anju.contract.signing.http;

import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Kept;
import io.anju.contract.signing.Contracts.Variant;
import io.anju.contract.signing.Signing;
import io.anju.contract.signing.model.ContractKind;
import io.anju.kit.caller.Caller;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The customer's contracts and certificates, to be read. */
@Path("/api/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class ContractsResource {
    /** Which of its files: as drafted and signed, or as sealed. */
    public enum File {
        /** The sealed one when there is one, the drafted one before. */
        LATEST,
        /** The bytes whose hash is signed. */
        ORIGINAL
    }

    private final Contracts contracts;
    private final Signing signing;
    private final Transactions transactions;
    private final Caller caller;

    ContractsResource(Contracts contracts, Signing signing, Transactions transactions, Caller caller) {
        this.contracts = contracts;
        this.signing = signing;
        this.transactions = transactions;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<Page<ContractView>>> list(
            @QueryParam("kind") @Nullable ContractKind kind, @BeanParam @Valid PageQuery page, @Context UriInfo uri) {
        return transactions
                .run(tx -> contracts.list(
                        tx, caller.id(), Optional.ofNullable(kind), Cursors.decodeId(page.cursor), page.limit))
                .map(kept -> Page.of(
                                kept,
                                page.limit,
                                last -> Cursors.encode(
                                        last.contract().facts().id().toString()))
                        .map(item -> ContractView.of(item.contract()))
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(ContractView.class)
    public Uni<Response> get(UUID id) {
        return transactions
                .run(tx -> signing.own(tx, caller.id(), id))
                .map(kept -> ETags.response(kept.version(), ContractView.of(kept.contract())));
    }

    @GET
    @Path("/{id}/pdf")
    @Produces("application/pdf")
    @APIResponseSchema(byte[].class)
    public Uni<Response> pdf(UUID id, @QueryParam("file") @DefaultValue("LATEST") File file) {
        return transactions
                .run(tx -> signing.own(tx, caller.id(), id).flatMap(kept -> switch (file) {
                    case ORIGINAL -> contracts.findFile(tx, id, Variant.ORIGINAL);
                    case LATEST ->
                        contracts
                                .findFile(tx, id, Variant.SEALED)
                                .flatMap(found -> found.isPresent()
                                        ? Uni.createFrom().item(found)
                                        : contracts.findFile(tx, id, Variant.ORIGINAL));
                }))
                .map(found -> Response.ok(found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".pdf\"")
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .build());
    }

    @GET
    @Path("/{id}/clauses")
    public Uni<ClausesView> clauses(UUID id) {
        return transactions.run(tx -> signing.own(tx, caller.id(), id)
                .flatMap(kept -> contracts
                        .contents(tx, id)
                        .flatMap(contents -> contracts
                                .listReadings(tx, id)
                                .map(readings -> ClausesView.of(template(kept), contents.clauses(), readings)))));
    }

    private io.anju.contract.template.model.Template template(Kept kept) {
        return signing.template(kept.contract());
    }
}
