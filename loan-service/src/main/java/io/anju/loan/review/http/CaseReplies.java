package io.anju.loan.review.http;

import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.command.Reply;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.http.ApplicationReplies;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.LoanApplication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A case as the answer to an officer's act; the customer is told that it was shown. */
@ApplicationScoped
class CaseReplies {

    private static final String PATH = "/api/v1/staff/applications/";

    private final DataReads reads;

    CaseReplies(DataReads reads) {
        this.reads = reads;
    }

    Uni<Reply> of(Tx tx, Result<LoanApplication, ApplicationRefusal> result) {
        var reply = ApplicationReplies.of(
                result,
                done -> Reply.ok(CaseView.of(done)).withETag(done.dossier().version()));
        return result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication done)
                ? told(tx, done).replaceWith(reply)
                : Uni.createFrom().item(reply);
    }

    Uni<Void> told(Tx tx, LoanApplication shown) {
        var dossier = shown.dossier();
        return reads.tell(tx, dossier.customerId(), ReadPurpose.APPLICATION_REVIEW, PATH + dossier.id());
    }
}
