package io.anju.repayment.account;

import io.anju.document.PdfRenderer;
import io.anju.repayment.account.model.Statement;
import io.anju.repayment.account.model.StatementDocument;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Prints statements; drawing a page is computation, done beside the event loop. */
@ApplicationScoped
public class StatementPaper {

    private final PdfRenderer renderer;
    private final Vertx vertx;

    StatementPaper(PdfRenderer renderer, Vertx vertx) {
        this.renderer = renderer;
        this.vertx = vertx;
    }

    /** The statement as PDF. */
    public Uni<byte[]> print(UUID loanId, LocalDate from, LocalDate to, Statement statement, Instant madeAt) {
        return vertx.executeBlocking(() -> renderer.render(StatementDocument.of(loanId, from, to, statement, madeAt)));
    }
}
