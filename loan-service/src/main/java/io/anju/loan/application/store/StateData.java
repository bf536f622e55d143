package io.anju.loan.application.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.loan.application.model.Approval;
import io.anju.loan.application.model.ContractEnded;
import io.anju.loan.application.model.CostSheetConfirmation;
import io.anju.loan.application.model.DisbursementOrder;
import io.anju.loan.application.model.Findings;
import io.anju.loan.application.model.MortgageRejected;
import io.anju.loan.application.model.PaidTranche;
import io.anju.loan.application.model.Recommendation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What single states add to an application, as one JSON object; each field belongs to the states that have it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StateData(
        @Nullable Findings findings,
        @Nullable Recommendation recommendation,
        @Nullable List<String> requests,
        @Nullable Approval approval,
        @Nullable CostSheetConfirmation costSheet,
        @Nullable DisbursementOrder order,
        @Nullable List<PaidTranche> loans,
        @Nullable List<String> reasons,
        @Nullable Instant decidedAt,
        ContractEnded.@Nullable Ending ending,
        @Nullable List<Integer> givenUp) {

    static final StateData NONE = new StateData(null, null, null, null, null, null, null, null, null, null, null);

    static StateData review(Findings findings, @Nullable Recommendation recommendation) {
        return new StateData(findings, recommendation, null, null, null, null, null, null, null, null, null);
    }

    static StateData requests(List<String> requests) {
        return new StateData(null, null, requests, null, null, null, null, null, null, null, null);
    }

    static StateData priced(Approval approval, @Nullable CostSheetConfirmation costSheet) {
        return new StateData(null, null, null, approval, costSheet, null, null, null, null, null, null);
    }

    static StateData ended(ContractEnded ended) {
        return new StateData(
                null, null, null, ended.approval(), ended.costSheet(), null, null, null, null, ended.ending(), null);
    }

    static StateData rejected(MortgageRejected rejected) {
        return new StateData(
                null,
                null,
                null,
                rejected.approval(),
                rejected.costSheet(),
                null,
                null,
                List.of(rejected.reason()),
                null,
                null,
                null);
    }

    static StateData ordered(
            Approval approval, DisbursementOrder order, List<PaidTranche> loans, List<Integer> givenUp) {
        return new StateData(null, null, null, approval, null, order, loans, null, null, null, givenUp);
    }

    static StateData declined(List<String> reasons, Instant at) {
        return new StateData(null, null, null, null, null, null, null, reasons, at, null, null);
    }
}
