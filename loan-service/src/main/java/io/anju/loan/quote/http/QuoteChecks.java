package io.anju.loan.quote.http;

import io.anju.kernel.schedule.TermsRefusal;
import io.anju.kit.problem.FieldError;
import io.anju.loan.product.model.InterestOnlyMonths;
import io.anju.loan.quote.http.QuoteRequest.Event;
import io.anju.loan.quote.http.QuoteRequest.Tranche;
import io.anju.loan.quote.model.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the annotations of a request cannot say: how its fields go together, each with a code of its own. */
final class QuoteChecks {

    private QuoteChecks() {}

    static List<FieldError> check(QuoteRequest request) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < request.tranches().size(); i++) {
            errors.addAll(check(request.tranches().get(i), "tranches[" + i + "]"));
        }
        List<Event> events = request.events() == null ? List.of() : request.events();
        for (int i = 0; i < events.size(); i++) {
            Integer tranche = events.get(i).tranche();
            if (tranche != null && tranche >= request.tranches().size()) {
                errors.add(FieldError.of("events[" + i + "].tranche", "NO_SUCH_TRANCHE"));
            }
        }
        return errors;
    }

    private static List<FieldError> check(Tranche tranche, String path) {
        List<FieldError> errors = new ArrayList<>();
        if (tranche.annualRate() == null && tranche.product() == null) {
            errors.add(FieldError.of(path + ".annualRate", "RATE_OR_PRODUCT_MISSING"));
        }
        if (tranche.annualRate() != null && tranche.product() != null) {
            errors.add(FieldError.of(path + ".product", "RATE_AND_PRODUCT"));
        }
        return errors;
    }

    /** What only its product says: how many months of interest alone it lends with. */
    static Optional<FieldError> check(Tranche tranche, Basis basis, int index) {
        return InterestOnlyMonths.findGap(
                        tranche.method(), tranche.interestOnly(), tranche.months(), basis.maxInterestOnlyMonths())
                .map(code -> FieldError.of("tranches[" + index + "].interestOnlyMonths", code));
    }

    /** The field that a refused tranche's reason belongs to. */
    static String field(TermsRefusal refusal, int tranche) {
        String path = "tranches[" + tranche + "]";
        return switch (refusal) {
            case TermsRefusal.PrincipalOutOfRange principal -> path + ".principal";
            case TermsRefusal.InstalmentsOutOfRange months -> path + ".months";
            case TermsRefusal.InterestOnlyMismatch method -> path + ".interestOnlyMonths";
            case TermsRefusal.FirstDueDateNotAfterStart date -> "firstDueDate";
            case TermsRefusal.FirstPeriodTooLong date -> "firstDueDate";
            case TermsRefusal.DueDayMismatch date -> "firstDueDate";
        };
    }
}
