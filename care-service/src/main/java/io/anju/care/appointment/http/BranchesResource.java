package io.anju.care.appointment.http;

import io.anju.care.appointment.Appointments;
import io.anju.care.appointment.FreeSlot;
import io.anju.care.appointment.model.Branch;
import io.anju.care.language.model.Language;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Branches and when they can be visited; open to anyone. */
@Path("/api/v1/branches")
@PermitAll
public class BranchesResource {

    private final Appointments appointments;
    private final Transactions transactions;

    BranchesResource(Appointments appointments, Transactions transactions) {
        this.appointments = appointments;
        this.transactions = transactions;
    }

    @RegisterForReflection
    record BranchView(String id, String name, String address, LocalTime opens, LocalTime closes) {

        static BranchView of(Branch branch, Language language) {
            var english = language == Language.EN;
            return new BranchView(
                    branch.id(),
                    english ? branch.nameEn() : branch.nameZh(),
                    english ? branch.addressEn() : branch.addressZh(),
                    branch.opens(),
                    branch.closes());
        }
    }

    /** @param free counters left */
    @RegisterForReflection
    record SlotView(LocalTime time, int free) {

        static SlotView of(FreeSlot slot) {
            return new SlotView(slot.time(), slot.free());
        }
    }

    @GET
    @Operation(summary = "All branches", description = "In the language of Accept-Language (zh-CN, en).")
    public Uni<RestResponse<Page<BranchView>>> list(
            @BeanParam @Valid PageQuery query, @Context UriInfo uri, @Context HttpHeaders headers) {
        var language = Language.of(headers.getAcceptableLanguages());
        return transactions
                .run(appointments::branches)
                .map(branches -> Page.from(branches, query, Branch::id)
                        .map(branch -> BranchView.of(branch, language))
                        .response(uri));
    }

    @GET
    @Path("/{id}/slots")
    @Operation(summary = "Times of a day that can still be booked")
    public Uni<RestResponse<Page<SlotView>>> slots(
            @PathParam("id") String id,
            @QueryParam("date") @NotNull @CivilDate LocalDate date,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        return transactions
                .run(tx -> appointments.freeSlots(tx, id, date))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(slots -> Page.from(slots, query, slot -> slot.time().toString())
                        .map(SlotView::of)
                        .response(uri));
    }
}
