package io.anju.repayment.rail.http;

import io.anju.kernel.result.Result;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.problem.Problem;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.model.RailOrder;
import io.anju.repayment.rail.model.RailRefusal;
import io.anju.repayment.rail.remote.CallbackSignature;
import io.anju.repayment.rail.remote.RailMessage;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where the rail tells what became of an order. Open to anyone; the signature says whether it was the rail. */
@Path("/callbacks/rail")
public class RailCallbackResource {

    private static final Logger LOGGER = Logger.getLogger(RailCallbackResource.class);

    private final Commands commands;
    private final RailDesk desk;
    private final CallbackSignature signature;

    RailCallbackResource(Commands commands, RailDesk desk, CallbackSignature signature) {
        this.commands = commands;
        this.desk = desk;
        this.signature = signature;
    }

    @POST
    @SafeToRepeat("an order is concluded once; the same news again is answered alike")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> told(byte[] body, @RestHeader(CallbackSignature.HEADER) @Nullable String header) {
        return commands.run(tx -> {
            if (!signature.covers(body, header)) {
                return answer(Reply.problem(Problem.of(401, "CALLBACK_NOT_SIGNED")));
            }
            return RailMessage.parse(body)
                    .outcome()
                    .map(outcome -> desk.conclude(tx, outcome).map(RailCallbackResource::reply))
                    .orElseGet(() -> answer(Reply.noContent()));
        });
    }

    private static Reply reply(Result<RailOrder.Concluded, RailRefusal> result) {
        if (result instanceof Result.Refused<RailOrder.Concluded, RailRefusal>(RailRefusal refusal)) {
            LOGGER.errorf("The rail is not believed: %s %s", refusal.code(), refusal.evidence());
        }
        return Reply.of(result, concluded -> Reply.noContent(), refusal -> switch (refusal) {
            case RailRefusal.UnknownReference unknown -> 404;
            case RailRefusal.OtherAmount other -> 409;
            case RailRefusal.Contradiction contradiction -> 409;
        });
    }

    private static Uni<Reply> answer(Reply reply) {
        return Uni.createFrom().item(reply);
    }
}
