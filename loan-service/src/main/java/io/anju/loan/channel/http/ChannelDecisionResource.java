package io.anju.loan.channel.http;

import io.anju.kit.caller.Caller;
import io.anju.loan.channel.model.ChannelDecision;
import io.anju.loan.channel.model.ChannelRules;
import io.anju.loan.channel.model.Operation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Do I need the branch? */
@Path("/api/v1/channel-decisions")
@Tag(name = "channels")
@RolesAllowed("customer")
public class ChannelDecisionResource {

    private final Caller caller;

    ChannelDecisionResource(Caller caller) {
        this.caller = caller;
    }

    /**
     * Where to do it.
     *
     * @param rule code of the rule that says so
     * @param bring what to have at hand
     * @param alsoAtBranch always true: nobody is locked out by a phone
     */
    @RegisterForReflection
    public record Answer(
            Operation operation,
            ChannelDecision.Channel channel,
            String rule,
            List<String> bring,
            boolean alsoAtBranch) {}

    /** The first rule that fits this borrower and operation. */
    @GET
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Online, video or branch, with the rule")
    public Answer decide(@QueryParam("operation") @NotNull Operation operation) {
        var decision = ChannelRules.decide(operation, caller.level());
        return new Answer(operation, decision.channel(), decision.rule(), decision.bring(), true);
    }
}
