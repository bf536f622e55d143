package io.anju.kit;

import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.caller.Caller;
import io.anju.kit.caller.RequiresLevel;
import io.anju.kit.caller.TakesActors;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The smallest service there is, to try the kit on: doors that are opened and counted. */
@Path("/api/v1/doors")
@RolesAllowed("customer")
@jakarta.ws.rs.Consumes(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
public class DoorResource {

    record Opening(@NotBlank String name, @Min(1) int times) {}

    record Opened(String door, int times) {}

    record Locked(String door) implements Refusal {
        @Override
        public String code() {
            return "DOOR_LOCKED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("door", door);
        }
    }

    private final Commands commands;
    private final Outbox outbox;
    private final Caller caller;
    private final Transactions transactions;
    private final DataReads reads;

    DoorResource(Commands commands, Outbox outbox, Caller caller, Transactions transactions, DataReads reads) {
        this.commands = commands;
        this.outbox = outbox;
        this.caller = caller;
        this.transactions = transactions;
        this.reads = reads;
    }

    @GET
    @Path("/me")
    public String me() {
        return caller.id() + " " + caller.level();
    }

    @GET
    @Path("/names")
    @TakesActors("whoever writes to the owners of doors reads them for the owner who is present")
    public String names() {
        return "names";
    }

    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return "open";
    }

    /** Shows a teller whose door it is. */
    @GET
    @Path("/{id}/owner")
    @RolesAllowed("teller")
    @APIResponse(responseCode = "204", description = "Shown")
    public Uni<Response> owner(@PathParam("id") String id, @QueryParam("owner") UUID owner) {
        return transactions
                .run(tx -> reads.tell(tx, owner, ReadPurpose.BRANCH_VISIT, "/api/v1/doors/" + id))
                .replaceWith(Response.noContent().build());
    }

    @GET
    @Path("/high")
    @RequiresLevel("L3")
    public String high() {
        return "high";
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret table door_secret");
    }

    @GET
    @Path("/{id}")
    public String door(@PathParam("id") String id) {
        return id;
    }

    @POST
    @Path("/{id}/openings")
    @Idempotent
    @jakarta.ws.rs.Produces(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Opened.class, responseCode = "201")
    public Uni<Response> count(@PathParam("id") String id, @Valid @NotNull Opening opening) {
        return commands.run(tx -> write(tx, id, opening));
    }

    @POST
    @Path("/{id}/knocks")
    @Idempotent
    @jakarta.ws.rs.Produces(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Opened.class, responseCode = "201")
    public Uni<Response> knock(@PathParam("id") String id) {
        return commands.run(tx -> write(tx, id, new Opening("knock", 1)));
    }

    /** The database stops in the middle of it. */
    @POST
    @Path("/cut")
    @Idempotent
    public Uni<Response> cut() {
        return commands.run(
                tx -> tx.select("select pg_terminate_backend(pg_backend_pid())").replaceWith(Reply.noContent()));
    }

    /** What is said goes through a jsonb. */
    @POST
    @Path("/said")
    @APIResponse(responseCode = "204", description = "Said")
    public Uni<Response> say(@Valid @NotNull Opening opening) {
        return transactions
                .run(tx -> tx.select("select cast($1 as jsonb)", opening.name()))
                .replaceWith(Response.noContent().build());
    }

    @POST
    @Path("/{id}/unlocking")
    @RequiresVerification(act = "door.unlock", resource = "/api/v1/doors/{id}")
    @jakarta.ws.rs.Produces(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Opened.class, responseCode = "201")
    public Uni<Response> unlock(@PathParam("id") String id, @Valid @NotNull Opening opening) {
        return commands.run(tx -> write(tx, id, opening));
    }

    private Uni<Reply> write(Tx tx, String id, Opening opening) {
        Result<Opened, Locked> result =
                id.equals("locked") ? Result.refused(new Locked(id)) : Result.ok(new Opened(id, opening.times()));
        return tx.update("insert into opening (door, times) values ($1, $2)", id, opening.times())
                .chain(() ->
                        outbox.append(tx, new DomainEvent("anju.door.opened.v1", id, new Opened(id, opening.times()))))
                .replaceWith(Reply.of(
                        result, opened -> Reply.created("/api/v1/doors/" + id, opened), refusal -> switch (refusal) {
                            case Locked locked -> 409;
                        }));
    }

    /** Hears of doors from others, and counts them. */
    @ApplicationScoped
    static class DoorsElsewhere implements EventHandler {

        @Override
        public Set<String> types() {
            return Set.of("anju.elsewhere.opened.v1", "anju.elsewhere.closed.v1");
        }

        @Override
        public Uni<Void> on(Tx tx, CloudEvent event) {
            var opened = event.dataAs(Opened.class);
            return tx.update("insert into opening (door, times) values ($1, $2)", opened.door(), opened.times())
                    .invoke(() -> {
                        if (opened.times() < 0) {
                            throw new IllegalArgumentException("negative");
                        }
                    })
                    .replaceWithVoid();
        }
    }
}
