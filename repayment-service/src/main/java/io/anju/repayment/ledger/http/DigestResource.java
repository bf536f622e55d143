package io.anju.repayment.ledger.http;

import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDates;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.DayBooks;
import io.anju.repayment.ledger.model.DayDigest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The digests of closed days, for those who check that nothing about them was changed. */
@Path("/api/v1/staff/ledger/digests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"compliance", "auditor", "admin"})
@Tag(name = "Ledger")
@RegisterForReflection(targets = {DayDigest.class})
public class DigestResource {

    /**
     * A digest held against the books.
     *
     * @param stored as it was written when the day was closed, and told to the evidence log
     * @param reckoned from the entries as they stand now
     * @param unchanged whether the two are the same
     */
    @RegisterForReflection
    public record Check(DayDigest stored, DayDigest reckoned, boolean unchanged) {}

    private final Transactions transactions;
    private final DayBooks days;

    DigestResource(Transactions transactions, DayBooks days) {
        this.transactions = transactions;
        this.days = days;
    }

    @GET
    @Operation(summary = "Digests of closed days, the newest first")
    public Uni<RestResponse<Page<DayDigest>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> days.list(tx, Cursors.decode(query.cursor, LocalDate::parse), query.limit + 1))
                .map(found -> Page.<DayDigest>of(
                                found,
                                query.limit,
                                digest -> Cursors.encode(digest.date().toString()))
                        .response(uri));
    }

    @GET
    @Path("/{date}")
    @Operation(
            summary = "A day's digest, reckoned anew",
            description = "Reads every entry of the day. A day without transfers has no digest.")
    public Uni<Check> check(@RestPath LocalDate date) {
        return transactions
                .run(tx -> CivilDates.contain(date)
                        ? days.find(tx, date).flatMap(found -> checked(tx, found))
                        : Uni.createFrom().item(Optional.<Check>empty()))
                .map(check -> check.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private Uni<Optional<Check>> checked(Tx tx, Optional<DayDigest> found) {
        return found.map(stored -> days.reckon(tx, stored.date())
                        .map(reckoned -> Optional.of(new Check(stored, reckoned, stored.equals(reckoned)))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
