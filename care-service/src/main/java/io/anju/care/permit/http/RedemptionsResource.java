package io.anju.care.permit.http;

import io.anju.care.permit.ContactNumbers;
import io.anju.care.permit.PermitConfig;
import io.anju.care.permit.Redemptions;
import io.anju.care.permit.model.RedemptionRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the bank's relay shows a permit and learns whom to connect; the agency never sees the number. */
@Path("/internal/contact-redemptions")
@RolesAllowed("service")
public class RedemptionsResource {

    private final Redemptions redemptions;
    private final ContactNumbers numbers;
    private final Transactions transactions;
    private final PermitConfig config;
    private final Caller caller;

    RedemptionsResource(
            Redemptions redemptions,
            ContactNumbers numbers,
            Transactions transactions,
            PermitConfig config,
            Caller caller) {
        this.redemptions = redemptions;
        this.numbers = numbers;
        this.transactions = transactions;
        this.config = config;
        this.caller = caller;
    }

    @RegisterForReflection
    record Redemption(@NotBlank @Size(max = 4096) String permit) {}

    @RegisterForReflection
    record Connection(String phone) {

        @Override
        public String toString() {
            return "Connection";
        }
    }

    @POST
    @SafeToRepeat("takes a key of its own: the same one gets the same number again")
    @Operation(hidden = true)
    public Uni<Connection> redeem(
            @HeaderParam("Idempotency-Key") @NotBlank @Size(max = 128) String requestKey,
            @Valid @NotNull Redemption body) {
        if (!caller.subject().equals(config.relayClient())) {
            throw new ForbiddenException();
        }
        // The use is kept first: should the number not be had just now, the same request gets it later.
        return transactions
                .run(tx -> redemptions.redeem(tx, body.permit(), requestKey))
                .map(RedemptionsResource::orProblem)
                .flatMap(issued -> numbers.find(
                        issued.customer(),
                        issued.request().purpose(),
                        issued.request().channel()))
                .map(RedemptionsResource::orProblem)
                .map(phone -> new Connection(phone.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    private static <T> T orProblem(Result<T, RedemptionRefusal> result) {
        return switch (result) {
            case Result.Ok<T, RedemptionRefusal>(T value) -> value;
            case Result.Refused<T, RedemptionRefusal>(RedemptionRefusal refusal) ->
                throw new ProblemException(Problem.of(status(refusal), refusal));
        };
    }

    private static int status(RedemptionRefusal refusal) {
        return switch (refusal) {
            case RedemptionRefusal.NotAPermit none -> 422;
            case RedemptionRefusal.NotNow other -> 403;
            case RedemptionRefusal.Used used -> 409;
            case RedemptionRefusal.NoLonger changed -> 403;
        };
    }
}
