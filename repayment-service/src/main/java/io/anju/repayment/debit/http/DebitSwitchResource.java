package io.anju.repayment.debit.http;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.debit.DebitSwitching;
import io.anju.repayment.debit.model.DebitSwitch;
import io.anju.repayment.debit.model.SwitchRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The one place to stop the automatic debit of a loan, from whatever it is taken. */
@Path("/api/v1/loans/{loan}/automatic-debit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Loans")
public class DebitSwitchResource {

    private final Commands commands;
    private final Transactions transactions;
    private final DebitSwitching switching;
    private final Caller caller;

    DebitSwitchResource(Commands commands, Transactions transactions, DebitSwitching switching, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.switching = switching;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Whether this loan's instalments are debited by themselves")
    @APIResponseSchema(DebitSwitchView.class)
    public Uni<Response> get(@RestPath UUID loan) {
        return transactions
                .run(tx -> switching.find(tx, caller.id(), loan))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(debit -> ETags.response(debit.version(), DebitSwitchView.of(debit)));
    }

    @DELETE
    @HeedsIfMatch(table = "debit_switch", id = "loan")
    @RequiresVerification(act = "debit.stop", resource = "/api/v1/loans/{loan}")
    @Operation(
            summary = "Stop this loan's automatic debit",
            description =
                    "Instalments are billed and nothing is debited, neither from a card nor from a wallet: each has"
                            + " to be paid by hand, and one that is not becomes overdue as usual. A debit that is under way still"
                            + " takes its money. 409 AUTOMATIC_DEBIT_IS_WAY_TO_PAY while a card or a wallet pays the loan; with"
                            + " acknowledged=true it is done all the same. PUT starts it again.")
    @APIResponseSchema(value = DebitSwitchView.class, responseCode = "200")
    public Uni<Response> stop(@RestPath UUID loan, @RestQuery boolean acknowledged) {
        return commands.run(
                tx -> switching.stop(tx, caller.id(), loan, acknowledged).map(DebitSwitchResource::reply));
    }

    @PUT
    @HeedsIfMatch(table = "debit_switch", id = "loan")
    @Operation(
            summary = "Start this loan's automatic debit again",
            description =
                    "From the default card or the wallet as before; what fell due meanwhile is debited from the next"
                            + " day on.")
    @APIResponseSchema(DebitSwitchView.class)
    public Uni<Response> start(@RestPath UUID loan) {
        return commands.run(tx -> switching.start(tx, caller.id(), loan).map(DebitSwitchResource::reply));
    }

    private static Reply reply(Result<DebitSwitch, SwitchRefusal> result) {
        return Reply.of(
                result,
                debit -> Reply.ok(DebitSwitchView.of(debit)).withETag(debit.version()),
                DebitSwitchResource::status);
    }

    private static int status(SwitchRefusal refusal) {
        return switch (refusal) {
            case SwitchRefusal.NoSuchLoan none -> 404;
            case SwitchRefusal.LoanOver over -> 409;
            case SwitchRefusal.LeavesLoanWithoutWayToPay leaves -> 409;
        };
    }
}
