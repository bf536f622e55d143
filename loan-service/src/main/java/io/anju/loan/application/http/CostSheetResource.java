package io.anju.loan.application.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.CombinedSchedule;
import io.anju.kernel.schedule.Instalment;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.loan.application.CostSheets;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.CostSheet;
import io.anju.loan.quote.model.Quote;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the approved loan costs, and the borrower's confirmation. */
@Path("/api/v1/applications/{id}/cost-sheet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "applications")
@RolesAllowed("customer")
public class CostSheetResource {

    private final Transactions transactions;
    private final Commands commands;
    private final CostSheets sheets;
    private final Caller caller;

    CostSheetResource(Transactions transactions, Commands commands, CostSheets sheets, Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.sheets = sheets;
        this.caller = caller;
    }

    /**
     * Everything that the loan costs; the real annual rate stands first.
     *
     * @param realAnnualRate decimal fraction as text
     * @param principal fen
     * @param totalCost fen: all costs together
     * @param totalAmount fen: principal and costs
     */
    @RegisterForReflection
    @JsonPropertyOrder({
        "realAnnualRate",
        "principal",
        "totalCost",
        "totalAmount",
        "firstInstalment",
        "costs",
        "tranches"
    })
    public record Sheet(
            String realAnnualRate,
            long principal,
            long totalCost,
            long totalAmount,
            long firstInstalment,
            List<Cost> costs,
            List<Tranche> tranches) {

        static Sheet of(CostSheet sheet) {
            Quote quote = sheet.quote();
            CombinedSchedule together = quote.combined();
            return new Sheet(
                    sheet.realAnnualRate().text(),
                    together.principal(),
                    together.totalInterest(),
                    together.totalAmount(),
                    quote.firstInstalment(),
                    List.of(
                            new Cost("INTEREST", together.totalInterest(), "BORROWER"),
                            new Cost("VALUATION", 0, "BANK"),
                            new Cost("MORTGAGE_REGISTRATION", 0, "BANK")),
                    quote.tranches().stream().map(Tranche::of).toList());
        }
    }

    /**
     * One kind of cost.
     *
     * @param amount fen that the borrower bears
     * @param borneBy who pays it
     */
    @RegisterForReflection
    public record Cost(String kind, long amount, String borneBy) {}

    /**
     * One tranche's figures.
     *
     * @param highestInstalment the most that one due date asks for: after months of interest alone it is not the first
     */
    @RegisterForReflection
    public record Tranche(
            String annualRate,
            long principal,
            int months,
            long firstInstalment,
            long highestInstalment,
            long lastInstalment,
            long interest) {

        static Tranche of(Quote.Line line) {
            var schedule = line.schedule();
            return new Tranche(
                    schedule.terms().annualRate().text(),
                    schedule.terms().principal(),
                    schedule.terms()
                            .conventions()
                            .frequency()
                            .months(schedule.terms().instalments()),
                    schedule.first().amount(),
                    schedule.instalments().stream()
                            .mapToLong(Instalment::amount)
                            .max()
                            .orElseThrow(),
                    schedule.last().amount(),
                    schedule.totalInterest());
        }
    }

    /**
     * What the borrower confirms having read.
     *
     * @param realAnnualRate the figure that was shown first
     */
    @RegisterForReflection
    public record Confirmation(
            @NotNull
            @DecimalMin("0")
            @DecimalMax("10")
            @Digits(integer = 2, fraction = 6)
            @Schema(type = SchemaType.STRING, examples = "0.0385")
            BigDecimal realAnnualRate) {}

    /** The sheet, from the approval on. */
    @GET
    @Operation(summary = "Cost sheet; 409 NOT_POSSIBLE_IN_STATE before the approval")
    public Uni<Sheet> get(@PathParam("id") UUID id) {
        UUID customer = caller.id();
        return transactions.run(tx -> sheets.get(tx, id, customer)).map(result -> switch (result) {
            case Result.Ok<CostSheet, ApplicationRefusal>(CostSheet sheet) -> Sheet.of(sheet);
            case Result.Refused<CostSheet, ApplicationRefusal>(ApplicationRefusal refusal) ->
                throw new ProblemException(ApplicationReplies.problem(refusal));
        });
    }

    /** Confirms it; without, no money is released. */
    @POST
    @Path("/confirmation")
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(summary = "Confirm the cost sheet; 409 COST_SHEET_CHANGED")
    @APIResponseSchema(ApplicationView.class)
    public Uni<Response> confirm(@PathParam("id") UUID id, @NotNull @Valid Confirmation body) {
        UUID customer = caller.id();
        AnnualRate shown = AnnualRate.of(body.realAnnualRate());
        return commands.run(tx -> sheets.confirm(tx, id, customer, shown)
                .map(result -> ApplicationReplies.of(
                        result,
                        done -> Reply.ok(ApplicationView.of(done))
                                .withETag(done.dossier().version()))));
    }
}
