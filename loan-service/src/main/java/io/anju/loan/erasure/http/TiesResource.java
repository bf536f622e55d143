package io.anju.loan.erasure.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.kit.tx.Transactions;
import io.anju.loan.application.model.State;
import io.anju.loan.erasure.CustomerFiles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What binds a customer to the bank, for identity-service, which erases nobody who is bound. */
@Path("/internal/customers/{id}/ties")
@Tag(name = "erasure")
@RolesAllowed("service")
public class TiesResource {

    // Enough to say why not.
    private static final int TIES_SHOWN = 20;

    /** @param state of the application or of the loan that came of it */
    @RegisterForReflection
    public record TieView(UUID application, State state) {}

    /**
     * @param ties applications under way and loans that live, the newest twenty; none for whoever is not known here
     * @param lastSettledOn business date; absent when there never was a loan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record TiesView(List<TieView> ties, @Nullable LocalDate lastSettledOn) {}

    private final CustomerFiles files;
    private final Transactions transactions;

    TiesResource(CustomerFiles files, Transactions transactions) {
        this.files = files;
        this.transactions = transactions;
    }

    @GET
    public Uni<TiesView> ties(@PathParam("id") UUID id) {
        return transactions.run(tx -> files.ties(tx, id, TIES_SHOWN)
                .flatMap(ties -> files.lastSettledOn(tx, id)
                        .map(settled -> new TiesView(
                                ties.stream()
                                        .map(tie -> new TieView(tie.application(), tie.state()))
                                        .toList(),
                                settled.orElse(null)))));
    }
}
