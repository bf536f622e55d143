package io.anju.loan.application.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Active;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.Approval;
import io.anju.loan.application.model.Approved;
import io.anju.loan.application.model.ApprovedTranche;
import io.anju.loan.application.model.Checking;
import io.anju.loan.application.model.ContractEnded;
import io.anju.loan.application.model.Contracted;
import io.anju.loan.application.model.Declined;
import io.anju.loan.application.model.DisbursementOrder;
import io.anju.loan.application.model.Disbursing;
import io.anju.loan.application.model.Draft;
import io.anju.loan.application.model.InReview;
import io.anju.loan.application.model.InterviewNeeded;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.MoreInformationNeeded;
import io.anju.loan.application.model.MortgageRejected;
import io.anju.loan.application.model.PaidTranche;
import io.anju.loan.application.model.PayoutCancelled;
import io.anju.loan.application.model.Settled;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.Submitted;
import io.anju.loan.application.model.Withdrawn;
import io.anju.loan.product.ConditionsData;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as its borrower sees it.
 *
 * @param possible what can be done with it now, by anyone
 * @param content what was filled in
 * @param requests what the bank asks for, while more information is needed
 * @param reasons why it was declined; how its contract ended; why the registry refused the mortgage
 * @param terms what was approved
 * @param payout when the money starts and the first instalment falls due
 * @param loanId the loan of the first tranche
 * @param loans one for each tranche that is paid out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ApplicationView(
        UUID id,
        State state,
        Set<Act> possible,
        String product,
        int productVersion,
        Instant createdAt,
        @Nullable ContentBody content,
        @Nullable List<String> requests,
        @Nullable List<String> reasons,
        @Nullable Terms terms,
        @Nullable UUID contractId,
        @Nullable String mortgageCertificate,
        @Nullable Payout payout,
        @Nullable UUID loanId,
        @Nullable List<Loan> loans) {

    /** The loan that a tranche has become, kept by repayment-service. */
    @RegisterForReflection
    public record Loan(int tranche, UUID loanId) {

        static Loan of(PaidTranche paid) {
            return new Loan(paid.tranche(), paid.loanId());
        }
    }

    /** What was approved. */
    @RegisterForReflection
    public record Terms(List<Tranche> tranches, int dueDay) {

        static Terms of(Approval approval) {
            return new Terms(approval.tranches().stream().map(Tranche::of).toList(), approval.dueDay());
        }
    }

    /** A tranche with its price; rates as decimal fractions in text. */
    @RegisterForReflection
    public record Tranche(
            TrancheKind kind,
            long principal,
            int months,
            io.anju.kernel.schedule.Method method,
            int interestOnlyMonths,
            String annualRate,
            String spread,
            int ratePeriodMonths,
            RateBasis rateBasis,
            ConditionsData conditions) {

        static Tranche of(ApprovedTranche tranche) {
            return new Tranche(
                    tranche.kind(),
                    tranche.principal(),
                    tranche.months(),
                    tranche.method(),
                    tranche.interestOnlyMonths(),
                    tranche.annualRate().toPlainString(),
                    tranche.spread().toPlainString(),
                    tranche.ratePeriodMonths(),
                    tranche.rateBasis(),
                    ConditionsData.of(tranche.conditions()));
        }
    }

    /** The order to pay out. */
    @RegisterForReflection
    public record Payout(LocalDate startDate, LocalDate firstDueDate) {

        static Payout of(DisbursementOrder order) {
            return new Payout(order.startDate(), order.firstDueDate());
        }
    }

    /** As JSON, whatever its state. */
    public static ApplicationView of(LoanApplication application) {
        return switch (application) {
            case Draft draft -> bare(draft, draft.content());
            case Submitted submitted -> bare(submitted, submitted.facts().asDraft());
            case Checking checking -> bare(checking, checking.facts().asDraft());
            case InReview review -> bare(review, review.facts().asDraft());
            case InterviewNeeded waiting -> bare(waiting, waiting.facts().asDraft());
            case MoreInformationNeeded waiting ->
                view(waiting, waiting.content(), waiting.requests(), null, null, null, null, null, null);
            case Declined declined ->
                view(declined, declined.facts().asDraft(), null, declined.reasons(), null, null, null, null, null);
            case Withdrawn withdrawn -> view(withdrawn, null, null, null, null, null, null, null, null);
            case Approved approved ->
                priced(approved, approved.facts().asDraft(), approved.approval(), null, null, null, null);
            case ContractEnded ended ->
                stopped(
                        ended,
                        ended.facts().asDraft(),
                        ended.approval(),
                        ended.ending().name(),
                        null);
            case MortgageRejected rejected ->
                stopped(
                        rejected,
                        rejected.facts().asDraft(),
                        rejected.approval(),
                        rejected.reason(),
                        rejected.contractId());
            case Contracted contracted ->
                priced(
                        contracted,
                        contracted.facts().asDraft(),
                        contracted.approval(),
                        contracted.contractId(),
                        contracted.certificateNumber(),
                        null,
                        null);
            case Disbursing paying ->
                priced(
                        paying,
                        paying.facts().asDraft(),
                        paying.approval(),
                        paying.contractId(),
                        paying.certificateNumber(),
                        paying.order(),
                        paying.paid());
            case PayoutCancelled cancelled ->
                priced(
                        cancelled,
                        cancelled.facts().asDraft(),
                        cancelled.approval(),
                        cancelled.contractId(),
                        cancelled.certificateNumber(),
                        cancelled.order(),
                        List.of());
            case Active active ->
                priced(
                        active,
                        active.facts().asDraft(),
                        active.approval(),
                        active.contractId(),
                        active.certificateNumber(),
                        active.order(),
                        active.loans());
            case Settled settled ->
                priced(
                        settled,
                        settled.facts().asDraft(),
                        settled.approval(),
                        settled.contractId(),
                        settled.certificateNumber(),
                        settled.order(),
                        settled.loans());
        };
    }

    private static ApplicationView bare(LoanApplication application, ApplicationDraft content) {
        return view(application, content, null, null, null, null, null, null, null);
    }

    private static ApplicationView stopped(
            LoanApplication application,
            ApplicationDraft content,
            Approval approval,
            String reason,
            @Nullable UUID contractId) {
        return view(application, content, null, List.of(reason), Terms.of(approval), contractId, null, null, null);
    }

    private static ApplicationView priced(
            LoanApplication application,
            ApplicationDraft content,
            Approval approval,
            @Nullable UUID contractId,
            @Nullable String certificate,
            @Nullable DisbursementOrder order,
            @Nullable List<PaidTranche> loans) {
        return view(application, content, null, null, Terms.of(approval), contractId, certificate, order, loans);
    }

    private static ApplicationView view(
            LoanApplication application,
            @Nullable ApplicationDraft content,
            @Nullable List<String> requests,
            @Nullable List<String> reasons,
            @Nullable Terms terms,
            @Nullable UUID contractId,
            @Nullable String certificate,
            @Nullable DisbursementOrder order,
            @Nullable List<PaidTranche> loans) {
        var dossier = application.dossier();
        return new ApplicationView(
                dossier.id(),
                application.state(),
                application.state().possible(),
                dossier.product(),
                dossier.productVersion(),
                dossier.createdAt(),
                content == null ? null : ContentBody.of(content),
                requests,
                reasons,
                terms,
                contractId,
                certificate,
                order == null ? null : Payout.of(order),
                loans == null ? null : ofFirstTranche(loans),
                loans == null ? null : loans.stream().map(Loan::of).toList());
    }

    private static @Nullable UUID ofFirstTranche(List<PaidTranche> loans) {
        return loans.stream()
                .filter(paid -> paid.tranche() == 1)
                .map(PaidTranche::loanId)
                .findFirst()
                .orElse(null);
    }
}
