package io.anju.repayment.payment.http;

import io.anju.kernel.result.Result;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.payment.CounterReceipts;
import io.anju.repayment.payment.model.ReceiptRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Money that came by transfer, posted at the counter. */
@Path("/api/v1/staff/loans/{loan}/receipts")
@RolesAllowed({"teller", "loan-officer"})
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
public class StaffReceiptResource {

    /**
     * @param notice number of the transfer, as the notice has it
     * @param amount fen
     * @param valueDate business date on which the money came, as the notice has it; lateness is charged up to it
     */
    @RegisterForReflection
    public record ReceiptOrder(
            @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String notice,
            @Positive long amount,

            @Nullable
            @Schema(
                    description = "Day on which the money came, from the loan's start to today; today when absent."
                            + " Lateness is charged up to it, and the instalment is paid on it; the ledger posts"
                            + " today.")
            LocalDate valueDate) {

        CounterReceipts.Notice asNotice() {
            return new CounterReceipts.Notice(notice, amount, Optional.ofNullable(valueDate));
        }
    }

    private final Commands commands;
    private final CounterReceipts receipts;

    StaffReceiptResource(Commands commands, CounterReceipts receipts) {
        this.commands = commands;
        this.receipts = receipts;
    }

    @POST
    @Idempotent
    @RequiresVerification(act = "receipt.post", resource = "/api/v1/staff/loans/{loan}")
    @Operation(
            summary = "Post a transfer notice",
            description = "Pays what is due, the oldest instalment first, and takes nothing beyond it. A notice is"
                    + " posted once, for whichever loan.")
    @APIResponseSchema(value = ReceiptView.class, responseCode = "201")
    public Uni<Response> receive(@RestPath UUID loan, @Valid @NotNull ReceiptOrder order) {
        return commands.run(tx -> receipts.receive(tx, loan, order.asNotice()).map(result -> reply(loan, result)));
    }

    private static Reply reply(UUID loan, Result<CounterReceipts.Posted, ReceiptRefusal> result) {
        if (result
                instanceof Result.Refused<CounterReceipts.Posted, ReceiptRefusal>(ReceiptRefusal.DayNotPossible day)) {
            return Reply.problem(Problem.invalid(FieldError.of("valueDate", day.code())));
        }
        return Reply.of(
                result,
                posted -> Reply.created(
                        "/api/v1/staff/ledger/loans/%s/transfers".formatted(loan), ReceiptView.of(posted)),
                StaffReceiptResource::status);
    }

    private static int status(ReceiptRefusal refusal) {
        return switch (refusal) {
            case ReceiptRefusal.NoSuchLoan none -> 404;
            case ReceiptRefusal.LoanNotActive not -> 409;
            case ReceiptRefusal.UnderWay underWay -> 409;
            case ReceiptRefusal.MoreThanDue more -> 422;
            case ReceiptRefusal.NoticeUsed used -> 409;
            case ReceiptRefusal.DayNotPossible day -> 400;
            case ReceiptRefusal.DayOvertaken overtaken -> 409;
        };
    }
}
