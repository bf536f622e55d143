package io.anju.identity.notice.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.notice.NoticeDecisions;
import io.anju.identity.notice.NoticeReceipt;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.notice.model.NoticeRefusal;
import io.anju.identity.notice.model.NoticeStanding;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Where the caller stands on the privacy notice. Nothing waits for an answer. */
@Path(MyPrivacyNoticeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class MyPrivacyNoticeResource {

    static final String PATH = "/api/v1/me/privacy-notice";

    /**
     * Where the caller stands.
     *
     * @param version of the notice in force; its text is at {@code /api/v1/privacy-notices/current}
     * @param state {@code AWAITING}: the app shows it; otherwise it does not ask again until its next version
     * @param decidedVersion the version that the decision was about
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record NoticeStandingBody(
            String version,
            String sha256,
            NoticeStanding.State state,
            @Nullable String decidedVersion,
            @Nullable Instant decidedAt,
            @Nullable UUID receiptId) {

        static NoticeStandingBody of(NoticeStanding standing) {
            var counting = standing.counting();
            return new NoticeStandingBody(
                    standing.current().version(),
                    standing.current().sha256(),
                    standing.state(),
                    counting.map(NoticeStanding.Decided::version).orElse(null),
                    counting.map(NoticeStanding.Decided::at).orElse(null),
                    counting.flatMap(NoticeStanding.Decided::receipt).orElse(null));
        }
    }

    /** @param sha256 of the text that was shown */
    @RegisterForReflection
    public record DecideNotice(
            @NotBlank @Size(max = 40) String version,
            @NotBlank @Size(max = 64) String sha256,
            @NotNull NoticeStanding.Decision decision) {}

    /**
     * The receipt of a decision.
     *
     * @param document the receipt as signed: a JWS by a key of the published set
     * @param proof where the evidence log proves that it holds the decision; a second or two after it was taken
     */
    @RegisterForReflection
    public record NoticeReceiptBody(
            UUID receiptId,
            String version,
            NoticeStanding.Decision decision,
            Instant decidedAt,
            String document,
            String proof) {

        static NoticeReceiptBody of(NoticeReceipt receipt) {
            return new NoticeReceiptBody(
                    receipt.id(),
                    receipt.notice().version(),
                    receipt.decision(),
                    receipt.at(),
                    receipt.document(),
                    receipt.proof());
        }
    }

    private final Commands commands;
    private final Transactions transactions;
    private final NoticeDecisions decisions;
    private final Caller caller;

    MyPrivacyNoticeResource(Commands commands, Transactions transactions, NoticeDecisions decisions, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.decisions = decisions;
        this.caller = caller;
    }

    @GET
    public Uni<NoticeStandingBody> standing() {
        return transactions.run(tx -> decisions.standing(tx, caller.id())).map(NoticeStandingBody::of);
    }

    /** Accepts or refuses the notice in force; both are receipted, and neither ends any service. */
    @POST
    @Idempotent
    @APIResponseSchema(value = NoticeReceiptBody.class, responseCode = "201")
    public Uni<Response> decide(@NotNull @Valid DecideNotice request) {
        var shown = new NoticeReference(request.version(), request.sha256());
        return commands.run(tx -> decisions
                .decide(tx, caller.id(), shown, request.decision())
                .map(result -> Reply.of(
                        result,
                        receipt -> Reply.created(PATH + "/receipts/" + receipt.id(), NoticeReceiptBody.of(receipt)),
                        MyPrivacyNoticeResource::status)));
    }

    /** The receipt of a decision, again. */
    @GET
    @Path("receipts/{id}")
    public Uni<NoticeReceiptBody> receipt(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> decisions.receipt(tx, caller.id(), id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(NoticeReceiptBody::of);
    }

    private static int status(NoticeRefusal refusal) {
        return switch (refusal) {
            case NoticeRefusal.NotCurrent ignored -> 409;
        };
    }
}
