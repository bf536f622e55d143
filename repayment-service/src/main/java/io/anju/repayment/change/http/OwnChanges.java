package io.anju.repayment.change.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.change.ChangingLoans;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeAsk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes of the caller's own loans, of the plan as of the rate; somebody else's loan is one that does not exist. */
@ApplicationScoped
class OwnChanges {

    private final Commands commands;
    private final Transactions transactions;
    private final ChangingLoans changing;
    private final Caller caller;

    OwnChanges(Commands commands, Transactions transactions, ChangingLoans changing, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.changing = changing;
        this.caller = caller;
    }

    Uni<Response> quote(UUID loan, ChangeAsk ask) {
        return commands.run(
                tx -> changing.quote(tx, caller.id(), loan, ask).map(result -> ChangeReplies.quoted(result)));
    }

    Uni<Response> take(UUID loan, ChangeAsk.Subject subject, UUID quote) {
        return commands.run(tx -> changing.take(tx, caller.id(), loan, subject, quote)
                .map(result -> ChangeReplies.taken(result, path(loan, subject) + "s")));
    }

    Uni<ChangeView> get(UUID loan, ChangeAsk.Subject subject, UUID id) {
        return transactions
                .run(tx -> changing.find(tx, caller.id(), loan, subject, id))
                .map(found -> found.map(ChangeView::of).orElseThrow(OwnChanges::notFound));
    }

    Uni<RestResponse<Page<ChangeView>>> list(UUID loan, ChangeAsk.Subject subject, PageQuery query, UriInfo uri) {
        return transactions
                .run(tx ->
                        changing.list(tx, caller.id(), loan, subject, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<AgreedChange>of(
                                found.orElseThrow(OwnChanges::notFound),
                                query.limit,
                                change -> Cursors.encode(change.id().toString()))
                        .map(ChangeView::of)
                        .response(uri));
    }

    private static String path(UUID loan, ChangeAsk.Subject subject) {
        return "/api/v1/loans/%s/%s-change"
                .formatted(
                        loan,
                        switch (subject) {
                            case PLAN -> "plan";
                            case RATE -> "rate";
                        });
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }
}
