package io.anju.identity.rule.http;

import io.anju.identity.risk.Conditions;
import io.anju.identity.risk.model.Variable;
import io.anju.identity.rule.RuleChanges;
import io.anju.identity.rule.RuleStore.Place;
import io.anju.identity.rule.RuleTrials;
import io.anju.identity.rule.http.RuleView.BackTestView;
import io.anju.identity.rule.model.BackTest;
import io.anju.identity.rule.model.RuleRefusal;
import io.anju.identity.rule.model.RuleVersion;
import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The risk rules: looked at, proposed, tried, approved by a second officer, rolled back. */
@Path("/api/v1/staff/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"risk-officer", "compliance", "auditor"})
public class RuleResource {

    private static final String CHANGE = "rule.change";
    private static final String RULES = "/api/v1/staff/rules";

    /** Each decision about a rule is a resource of its own: what was touched for one of them opens no other. */
    private static final String RULE = RULES + "/{id}";

    /** States a list can be asked for. */
    public enum RuleState {
        SHADOW,
        LIVE,
        RETIRED,
        REJECTED,
        ROLLED_BACK
    }

    /** A word that conditions can use. */
    @RegisterForReflection
    public record VariableView(String word, Variable.Kind kind) {}

    private final Transactions transactions;
    private final Commands commands;
    private final RuleChanges changes;
    private final RuleTrials trials;
    private final Conditions conditions;
    private final Caller caller;

    RuleResource(
            Transactions transactions,
            Commands commands,
            RuleChanges changes,
            RuleTrials trials,
            Conditions conditions,
            Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.changes = changes;
        this.trials = trials;
        this.conditions = conditions;
        this.caller = caller;
    }

    /** By name, the newest version first. */
    @GET
    public Uni<RestResponse<Page<RuleView>>> list(
            @QueryParam("state") @Nullable RuleState state, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var after = Cursors.decode(query.cursor, RuleResource::place);
        var wanted = Optional.ofNullable(state).map(RuleState::name);
        return transactions
                .run(tx -> changes.list(tx, wanted, after, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.draft().rule().reference()))
                        .map(RuleView::of)
                        .response(uri));
    }

    /** @throws IllegalArgumentException when the text is none of ours */
    private static Place place(String cursor) {
        int at = cursor.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("no version");
        }
        return new Place(cursor.substring(0, at), Integer.parseInt(cursor.substring(at + 1)));
    }

    /** The words that conditions can use, all of them. */
    @GET
    @Path("variables")
    public RestResponse<Page<VariableView>> variables(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return Page.from(Variable.words(), query, Variable.Word::word)
                .map(word -> new VariableView(word.word(), word.kind()))
                .response(uri);
    }

    @GET
    @Path("{id}")
    public Uni<RuleView> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> changes.find(tx, id))
                .map(found -> found.map(RuleView::of).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /** Proposes a version. From now on it is asked with every decision and recorded, and decides nothing. */
    @POST
    @Idempotent
    @RequiresVerification(act = CHANGE, resource = RULES)
    @RolesAllowed("risk-officer")
    @APIResponseSchema(value = RuleView.class, responseCode = "201")
    public Uni<Response> propose(@NotNull @Valid ProposeRule request) {
        var rule = request.rule(conditions);
        return commands.run(tx -> changes.propose(tx, rule, caller.id())
                .map(result -> Reply.of(
                        result,
                        version -> Reply.created(RULES + "/" + version.draft().id(), RuleView.of(version)),
                        RuleResource::status)));
    }

    /** Tries a proposal against the decisions of the last week; it cannot be approved without. */
    @POST
    @Path("{id}/back-tests")
    @SafeToRepeat("it tries again, with the decisions made since")
    @RolesAllowed("risk-officer")
    @APIResponseSchema(BackTestView.class)
    public Uni<Response> tryOut(@PathParam("id") UUID id) {
        return trials.run(id).map(result -> switch (result) {
            case Result.Ok<BackTest, RuleRefusal>(var test) ->
                Response.ok(BackTestView.of(test)).build();
            case Result.Refused<BackTest, RuleRefusal>(var refusal) ->
                throw new ProblemException(Problem.of(status(refusal), refusal));
        });
    }

    /** Another officer makes it live, with the next decision on every replica. */
    @POST
    @Path("{id}/approval")
    @Idempotent
    @RequiresVerification(act = CHANGE, resource = RULE + "/approval")
    @RolesAllowed("risk-officer")
    @APIResponseSchema(RuleView.class)
    public Uni<Response> approve(@PathParam("id") UUID id) {
        return change(tx -> changes.approve(tx, id, caller.id()));
    }

    /** Gives a proposal up. */
    @POST
    @Path("{id}/rejection")
    @Idempotent
    @RequiresVerification(act = CHANGE, resource = RULE + "/rejection")
    @RolesAllowed("risk-officer")
    @APIResponseSchema(RuleView.class)
    public Uni<Response> reject(@PathParam("id") UUID id) {
        return change(tx -> changes.reject(tx, id, caller.id()));
    }

    /** Takes a live version off and puts back the one that was live before it. */
    @POST
    @Path("{id}/rollback")
    @Idempotent
    @RequiresVerification(act = CHANGE, resource = RULE + "/rollback")
    @RolesAllowed("risk-officer")
    @APIResponseSchema(RuleView.class)
    public Uni<Response> rollBack(@PathParam("id") UUID id) {
        return change(tx -> changes.rollBack(tx, id, caller.id()));
    }

    private Uni<Response> change(Function<Tx, Uni<Result<RuleVersion, RuleRefusal>>> step) {
        return commands.run(tx -> step.apply(tx)
                .map(result -> Reply.of(result, version -> Reply.ok(RuleView.of(version)), RuleResource::status)));
    }

    private static int status(RuleRefusal refusal) {
        return switch (refusal) {
            case RuleRefusal.NotFound ignored -> 404;
            case RuleRefusal.ChangeUnderWay ignored -> 409;
            case RuleRefusal.TooMany ignored -> 409;
            case RuleRefusal.ApprovedByProposer ignored -> 403;
            case RuleRefusal.NotTried ignored -> 409;
            case RuleRefusal.NotProposed ignored -> 409;
            case RuleRefusal.NotLive ignored -> 409;
            case RuleRefusal.NothingBefore ignored -> 409;
        };
    }
}
