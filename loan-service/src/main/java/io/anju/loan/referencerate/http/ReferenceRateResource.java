package io.anju.loan.referencerate.http;

import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDates;
import io.anju.kit.tx.Transactions;
import io.anju.loan.referencerate.PublishedRates.After;
import io.anju.loan.referencerate.ReferenceRates;
import io.anju.loan.referencerate.model.Rate;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The reference rates, open to anyone. */
@Path("/api/v1/reference-rates")
@Tag(name = "reference rates")
@PermitAll
public class ReferenceRateResource {

    private final Transactions transactions;
    private final ReferenceRates rates;

    ReferenceRateResource(Transactions transactions, ReferenceRates rates) {
        this.transactions = transactions;
        this.rates = rates;
    }

    /**
     * The history, newest first; with {@code date}, one entry per rate: the one in force on that day.
     *
     * @param date from 1900-01-01 to 2199-12-31
     */
    @GET
    @Operation(summary = "Reference rates: the history, or what is in force on a date")
    public Uni<RestResponse<Page<RateView>>> list(
            @QueryParam("date") @Nullable String date, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return date == null ? history(query, uri) : inForce(date(date), uri);
    }

    private Uni<RestResponse<Page<RateView>>> history(PageQuery query, UriInfo uri) {
        After after = Cursors.decode(query.cursor, ReferenceRateResource::after).orElse(null);
        return transactions
                .run(tx -> rates.list(tx, after, query.limit + 1))
                .map(found -> found.stream().map(RateView::of).toList())
                .map(found -> Page.of(found, query.limit, view -> Cursors.encode(view.date() + "/" + view.rate()))
                        .response(uri));
    }

    private Uni<RestResponse<Page<RateView>>> inForce(LocalDate day, UriInfo uri) {
        return transactions
                .run(tx -> rates.listInForce(tx, day))
                .map(found -> found.stream().map(RateView::of).toList())
                .map(found -> new Page<>(found, null).response(uri));
    }

    private static After after(String cursor) {
        String[] parts = cursor.split("/", 2);
        return new After(CivilDates.parse(parts[0]), Rate.valueOf(parts[1]));
    }

    private static LocalDate date(String text) {
        try {
            return CivilDates.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(FieldError.of("date", "UNREADABLE"));
        }
    }
}
