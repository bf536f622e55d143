package io.anju.care.agency.http;

import io.anju.care.agency.Agencies.Place;
import io.anju.care.agency.AgencyEntry;
import io.anju.care.agency.Vetting;
import io.anju.care.agency.model.Agency;
import io.anju.care.agency.model.AgencyFile;
import io.anju.care.agency.model.AgencyRefusal;
import io.anju.care.agency.model.Papers;
import io.anju.care.agency.model.Renewal;
import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Partner agencies, for compliance staff. */
@Path("/api/v1/staff/agencies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("compliance")
public class AgenciesResource {

    private final Vetting vetting;
    private final Transactions transactions;
    private final Commands commands;
    private final Caller caller;

    AgenciesResource(Vetting vetting, Transactions transactions, Commands commands, Caller caller) {
        this.vetting = vetting;
        this.transactions = transactions;
        this.commands = commands;
        this.caller = caller;
    }

    /** @param clientId the agency's OAuth client at identity */
    @RegisterForReflection
    record Proposal(
            @NotBlank @Size(max = 64) String clientId,
            @NotBlank @Size(max = 200) String name,
            @NotEmpty Set<@Pattern(regexp = "MARKETING|COLLECTION|SERVICE") String> purposes,
            @NotNull @CivilDate LocalDate licenceUntil,
            @NotNull @CivilDate LocalDate confidentialityUntil,
            @NotNull @CivilDate LocalDate trainingUntil) {

        AgencyFile file() {
            return new AgencyFile(
                    clientId, name, purposes, new Papers(licenceUntil, confidentialityUntil, trainingUntil));
        }
    }

    /** New papers, each good up to and including its day; the client stays. */
    @RegisterForReflection
    record RenewedPapers(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty Set<@Pattern(regexp = "MARKETING|COLLECTION|SERVICE") String> purposes,
            @NotNull @CivilDate LocalDate licenceUntil,
            @NotNull @CivilDate LocalDate confidentialityUntil,
            @NotNull @CivilDate LocalDate trainingUntil) {

        Renewal renewal() {
            return new Renewal(name, purposes, new Papers(licenceUntil, confidentialityUntil, trainingUntil));
        }
    }

    @RegisterForReflection
    record Suspension(@NotBlank @Size(max = 500) String reason) {}

    /** @param state PROPOSED, VETTED or SUSPENDED */
    @RegisterForReflection
    record AgencyView(
            UUID id,
            String clientId,
            String name,
            Set<String> purposes,
            LocalDate licenceUntil,
            LocalDate confidentialityUntil,
            LocalDate trainingUntil,
            String state,
            Instant changedAt) {

        static AgencyView of(AgencyEntry entry) {
            var file = entry.agency().file();
            var papers = file.papers();
            return new AgencyView(
                    entry.id(),
                    file.clientId(),
                    file.name(),
                    file.purposes(),
                    papers.licenceUntil(),
                    papers.confidentialityUntil(),
                    papers.trainingUntil(),
                    state(entry.agency()),
                    entry.changedAt());
        }

        private static String state(Agency agency) {
            return switch (agency) {
                case Agency.Proposed proposed -> "PROPOSED";
                case Agency.Vetted vetted -> "VETTED";
                case Agency.Suspended suspended -> "SUSPENDED";
            };
        }
    }

    @GET
    @Operation(summary = "All agencies, by name")
    public Uni<RestResponse<Page<AgencyView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var after = Cursors.decode(query.cursor, AgenciesResource::place);
        return transactions
                .run(tx -> vetting.list(tx, after, query.limit + 1))
                .map(entries -> Page.of(entries, query.limit, AgenciesResource::cursor)
                        .map(AgencyView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One agency")
    @APIResponseSchema(AgencyView.class)
    public Uni<Response> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> vetting.find(tx, id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(entry -> ETags.response(entry.version(), AgencyView.of(entry)));
    }

    @POST
    @Idempotent
    @Operation(summary = "Propose an agency; a second person vets it")
    @APIResponseSchema(value = AgencyView.class, responseCode = "201")
    public Uni<Response> propose(@Valid @NotNull Proposal body) {
        var officer = caller.id();
        return commands.run(tx -> vetting.propose(tx, officer, body.file())
                .map(result -> Reply.of(
                        result,
                        entry -> Reply.created("/api/v1/staff/agencies/" + entry.id(), AgencyView.of(entry))
                                .withETag(entry.version()),
                        AgenciesResource::status)));
    }

    @POST
    @Path("/{id}/vetting")
    @HeedsIfMatch(table = "agency")
    @Idempotent
    @Operation(summary = "Vet a proposed agency", description = "By another person than the one who proposed it.")
    @APIResponseSchema(AgencyView.class)
    public Uni<Response> vet(@PathParam("id") UUID id) {
        var officer = caller.id();
        return commands.run(tx -> vetting.vet(tx, id, officer).map(AgenciesResource::reply));
    }

    @POST
    @Path("/{id}/suspension")
    @HeedsIfMatch(table = "agency")
    @Idempotent
    @Operation(summary = "Suspend an agency: it gets no permit from now on")
    @APIResponseSchema(AgencyView.class)
    public Uni<Response> suspend(@PathParam("id") UUID id, @Valid @NotNull Suspension body) {
        var officer = caller.id();
        return commands.run(
                tx -> vetting.suspend(tx, id, officer, body.reason()).map(AgenciesResource::reply));
    }

    @POST
    @Path("/{id}/proposal")
    @HeedsIfMatch(table = "agency")
    @Idempotent
    @Operation(
            summary = "Propose an agency anew",
            description =
                    "With new papers, or a suspended one with those it had. A second person vets it again; until then"
                            + " it gets no permit.")
    @APIResponseSchema(AgencyView.class)
    public Uni<Response> proposeAnew(
            @PathParam("id") UUID id, @RequestBody(required = false) @Nullable @Valid RenewedPapers body) {
        var officer = caller.id();
        return commands.run(tx -> (body == null
                        ? vetting.proposeAnew(tx, id, officer)
                        : vetting.renew(tx, id, officer, body.renewal()))
                .map(AgenciesResource::reply));
    }

    private static String cursor(AgencyEntry last) {
        return Cursors.encode(last.id() + " " + last.agency().file().name());
    }

    private static Place place(String cursor) {
        var parts = cursor.split(" ", 2);
        return new Place(parts[1], UUID.fromString(parts[0]));
    }

    private static Reply reply(Optional<Result<AgencyEntry, AgencyRefusal>> result) {
        return result.map(known -> Reply.of(
                        known,
                        entry -> Reply.ok(AgencyView.of(entry)).withETag(entry.version()),
                        AgenciesResource::status))
                .orElseGet(() -> Reply.problem(Problem.notFound()));
    }

    private static int status(AgencyRefusal refusal) {
        return switch (refusal) {
            case AgencyRefusal.SamePerson same -> 403;
            case AgencyRefusal.NotInThisState other -> 409;
            case AgencyRefusal.ClientTaken taken -> 409;
        };
    }
}
