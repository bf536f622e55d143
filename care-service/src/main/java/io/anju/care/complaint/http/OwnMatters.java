package io.anju.care.complaint.http;

import io.anju.care.complaint.Complaints;
import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.Kind;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What callers do with matters of their own, complaints and appeals alike. */
@ApplicationScoped
class OwnMatters {

    private final Complaints complaints;
    private final Transactions transactions;
    private final Commands commands;
    private final Caller caller;

    OwnMatters(Complaints complaints, Transactions transactions, Commands commands, Caller caller) {
        this.complaints = complaints;
        this.transactions = transactions;
        this.commands = commands;
        this.caller = caller;
    }

    Uni<Response> open(Kind kind, String path, About about, Optional<UUID> subject, String text) {
        var customer = caller.id();
        return commands.run(tx -> complaints
                .open(tx, kind, customer, about, subject, text)
                .map(result -> Reply.of(
                        result,
                        entry -> Reply.created(path + "/" + entry.id(), ComplaintView.of(entry))
                                .withETag(entry.version()),
                        ComplaintStatus::of)));
    }

    Uni<RestResponse<Page<ComplaintView>>> list(Kind kind, PageQuery query, UriInfo uri) {
        var customer = caller.id();
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> complaints.list(tx, kind, customer, before, query.limit + 1))
                .map(rows -> Page.of(
                                rows,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(ComplaintView::of)
                        .response(uri));
    }

    Uni<Response> get(Kind kind, UUID id) {
        var customer = caller.id();
        return transactions
                .run(tx -> complaints.find(tx, kind, customer, id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(entry -> ETags.response(entry.version(), ComplaintView.of(entry)));
    }

    Uni<Response> withdraw(Kind kind, UUID id) {
        var customer = caller.id();
        return commands.run(tx -> complaints.withdraw(tx, kind, customer, id).map(ComplaintStatus::reply));
    }
}
