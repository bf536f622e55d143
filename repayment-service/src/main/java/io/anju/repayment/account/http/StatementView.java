package io.anju.repayment.account.http;

import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.repayment.account.model.Statement;
import io.anju.repayment.account.model.StatementLine;
import io.anju.repayment.ledger.model.Position;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A page of a statement as JSON; amounts in fen.
 *
 * @param opening principal owed before its first line
 * @param next cursor of the page after this one; null on the last
 */
@RegisterForReflection
public record StatementView(
        UUID loanId,
        long opening,
        List<StatementLine> lines,
        @Nullable String next) {

    /** Of a statement of which one line more than the limit was read. */
    static StatementView of(UUID loanId, Statement statement, int limit) {
        Page<StatementLine> page = Page.of(
                statement.lines(), limit, line -> Cursors.encode(new Position(line.date(), line.transfer()).text()));
        return new StatementView(loanId, statement.opening(), page.items(), page.next());
    }

    RestResponse<StatementView> response(UriInfo uri) {
        var link = new Page<>(lines, next).response(uri).getHeaderString("Link");
        var answer = RestResponse.ResponseBuilder.ok(this);
        return (link == null ? answer : answer.header("Link", link)).build();
    }
}
