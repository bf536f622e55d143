package io.anju.contract.signing.http;

import io.anju.contract.signing.Signing;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.SigningRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What staff may do with a contract. */
@Path("/api/v1/staff/contracts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("approver")
public class StaffContractsResource {
    private final Signing signing;
    private final Commands commands;
    private final DataReads reads;

    StaffContractsResource(Signing signing, Commands commands, DataReads reads) {
        this.signing = signing;
        this.commands = commands;
        this.reads = reads;
    }

    /** An offer that the bank takes back. */
    @RegisterForReflection
    @Schema(name = "ContractWithdrawal")
    public record Withdrawal(@NotBlank @Size(max = 200) String reason) {}

    @POST
    @Path("/withdrawal")
    @HeedsIfMatch(table = "contract")
    @Idempotent
    @APIResponseSchema(ContractView.class)
    public Uni<Response> withdraw(UUID id, @Valid @NotNull Withdrawal body) {
        return commands.run(tx -> signing.withdraw(tx, id, body.reason())
                .call(result -> result instanceof Result.Ok<Contract.Ended, SigningRefusal>(Contract.Ended ended)
                        ? reads.tell(
                                tx,
                                ended.facts().customerId(),
                                ReadPurpose.CONTRACT_WITHDRAWAL,
                                "/api/v1/staff/contracts/" + id)
                        : Uni.createFrom().voidItem())
                .map(result -> Reply.of(result, ended -> Reply.ok(ContractView.of(ended)), SigningProblems::status)));
    }
}
