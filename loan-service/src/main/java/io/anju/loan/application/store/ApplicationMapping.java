package io.anju.loan.application.store;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.anju.loan.application.model.Active;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.Approval;
import io.anju.loan.application.model.Approved;
import io.anju.loan.application.model.Checking;
import io.anju.loan.application.model.Claim;
import io.anju.loan.application.model.ContractEnded;
import io.anju.loan.application.model.Contracted;
import io.anju.loan.application.model.Declined;
import io.anju.loan.application.model.DisbursementOrder;
import io.anju.loan.application.model.Disbursing;
import io.anju.loan.application.model.Dossier;
import io.anju.loan.application.model.Draft;
import io.anju.loan.application.model.Findings;
import io.anju.loan.application.model.InReview;
import io.anju.loan.application.model.InterviewNeeded;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.MoreInformationNeeded;
import io.anju.loan.application.model.MortgageRejected;
import io.anju.loan.application.model.PaidTranche;
import io.anju.loan.application.model.PayoutCancelled;
import io.anju.loan.application.model.Recommendation;
import io.anju.loan.application.model.Settled;
import io.anju.loan.application.model.Submitted;
import io.anju.loan.application.model.Withdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Row to state and back; what an application declares is {@link DeclaredContent}'s. */
@ApplicationScoped
class ApplicationMapping {

    private final ApplicationJson json;
    private final DeclaredContent declared;

    ApplicationMapping(ApplicationJson json, DeclaredContent declared) {
        this.json = json;
        this.declared = declared;
    }

    LoanApplication toModel(ApplicationRow row) {
        var dossier = new Dossier(
                row.id,
                row.customerId,
                row.product,
                row.productVersion,
                row.createdAt,
                row.version,
                OfficerIds.read(row.barredOfficers));
        var data = json.read(row.stateData, StateData.class);
        return switch (row.state) {
            case DRAFT -> new Draft(dossier, declared.read(row));
            case SUBMITTED -> new Submitted(dossier, declared.facts(row));
            case CHECKING -> new Checking(dossier, declared.facts(row));
            case IN_REVIEW ->
                new InReview(
                        dossier,
                        declared.facts(row),
                        requireNonNull(data.findings()),
                        claim(row),
                        data.recommendation());
            case INTERVIEW_NEEDED ->
                new InterviewNeeded(
                        dossier, declared.facts(row), requireNonNull(data.findings()), data.recommendation());
            case MORE_INFORMATION_NEEDED ->
                new MoreInformationNeeded(dossier, declared.read(row), requireNonNull(data.requests()));
            case APPROVED ->
                new Approved(dossier, declared.facts(row), requireNonNull(data.approval()), data.costSheet());
            case DECLINED ->
                new Declined(
                        dossier,
                        declared.facts(row),
                        requireNonNull(data.reasons()),
                        requireNonNull(row.recommendedBy),
                        requireNonNull(row.decidedBy),
                        requireNonNull(data.decidedAt()));
            case WITHDRAWN -> new Withdrawn(dossier);
            case CONTRACTED ->
                new Contracted(
                        dossier,
                        declared.facts(row),
                        requireNonNull(data.approval()),
                        data.costSheet(),
                        requireNonNull(row.contractId),
                        row.certificateNumber);
            case CONTRACT_ENDED ->
                new ContractEnded(
                        dossier,
                        declared.facts(row),
                        requireNonNull(data.approval()),
                        data.costSheet(),
                        requireNonNull(data.ending()));
            case MORTGAGE_REJECTED ->
                new MortgageRejected(
                        dossier,
                        declared.facts(row),
                        requireNonNull(data.approval()),
                        data.costSheet(),
                        requireNonNull(row.contractId),
                        requireNonNull(data.reasons()).getFirst());
            case DISBURSING -> disbursing(row, dossier, data);
            case ACTIVE -> active(row, dossier, data);
            case SETTLED -> active(row, dossier, data).settled();
            case PAYOUT_CANCELLED -> disbursing(row, dossier, data).cancelled();
        };
    }

    private Disbursing disbursing(ApplicationRow row, Dossier dossier, StateData data) {
        return new Disbursing(
                dossier,
                declared.facts(row),
                requireNonNull(data.approval()),
                requireNonNull(row.contractId),
                requireNonNull(row.certificateNumber),
                requireNonNull(data.order()),
                loans(row, data),
                requireNonNullElse(data.givenUp(), List.of()));
    }

    private Active active(ApplicationRow row, Dossier dossier, StateData data) {
        var paid = disbursing(row, dossier, data);
        return new Active(
                dossier,
                paid.facts(),
                paid.approval(),
                paid.contractId(),
                paid.certificateNumber(),
                paid.order(),
                paid.paid());
    }

    /** A row written before tranches were counted knows one loan, in its column. */
    private static List<PaidTranche> loans(ApplicationRow row, StateData data) {
        if (data.loans() != null) {
            return data.loans();
        }
        return row.loanId == null ? List.of() : List.of(new PaidTranche(1, row.loanId));
    }

    private static @Nullable Claim claim(ApplicationRow row) {
        return row.claimedBy == null || row.claimedUntil == null ? null : new Claim(row.claimedBy, row.claimedUntil);
    }

    /** Writes everything but identity, version and time, which the store sets. */
    void write(LoanApplication application, ApplicationRow row) {
        row.state = application.state();
        row.stateData = json.write(StateData.NONE);
        row.barredOfficers = OfficerIds.write(application.dossier().barred());
        row.claimedBy = null;
        row.claimedUntil = null;
        if (!(application instanceof Checking)) {
            row.checkDueAt = null;
            row.checkFault = null;
        }
        switch (application) {
            case Draft draft -> declared.write(draft.content(), row);
            case Submitted submitted -> {
                row.checkAttempts = 0;
                row.recommendedBy = null;
                declared.write(submitted.facts().asDraft(), row);
            }
            case Checking checking -> declared.write(checking.facts().asDraft(), row);
            case InReview review -> {
                // Anew after an upheld appeal: nobody has decided.
                row.decidedBy = null;
                review(review, row);
            }
            case InterviewNeeded waiting -> advised(waiting.findings(), waiting.recommendation(), row);
            case MoreInformationNeeded waiting -> {
                declared.write(waiting.content(), row);
                row.stateData = json.write(StateData.requests(waiting.requests()));
                row.recommendedBy = null;
            }
            case Approved approved -> {
                row.recommendedBy = approved.approval().recommender();
                row.decidedBy = approved.approval().approver();
                row.stateData = json.write(StateData.priced(approved.approval(), approved.costSheet()));
            }
            case Declined declined -> {
                row.recommendedBy = declined.recommender();
                row.decidedBy = declined.approver();
                row.stateData = json.write(StateData.declined(declined.reasons(), declined.at()));
            }
            case Withdrawn withdrawn -> declared.write(ApplicationDraft.EMPTY, row);
            case Contracted contracted -> {
                row.contractId = contracted.contractId();
                row.certificateNumber = contracted.certificateNumber();
                row.stateData = json.write(StateData.priced(contracted.approval(), contracted.costSheet()));
            }
            case ContractEnded ended -> row.stateData = json.write(StateData.ended(ended));
            case MortgageRejected rejected -> row.stateData = json.write(StateData.rejected(rejected));
            case Disbursing paying ->
                row.stateData = json.write(
                        StateData.ordered(paying.approval(), paying.order(), paying.paid(), paying.givenUp()));
            case PayoutCancelled cancelled ->
                row.stateData =
                        json.write(StateData.ordered(cancelled.approval(), cancelled.order(), List.of(), List.of()));
            case Active active -> paidOut(active.approval(), active.order(), active.loans(), row);
            // Not always by way of Active: the end of the contract may be told with a tranche that is given up.
            case Settled settled -> paidOut(settled.approval(), settled.order(), settled.loans(), row);
        }
    }

    private void paidOut(Approval approval, DisbursementOrder order, List<PaidTranche> loans, ApplicationRow row) {
        row.loanId = loans.getFirst().loanId();
        row.stateData = json.write(StateData.ordered(approval, order, loans, List.of()));
    }

    private void review(InReview review, ApplicationRow row) {
        var claim = review.claim();
        if (claim != null) {
            row.claimedBy = claim.officer();
            row.claimedUntil = claim.until();
        }
        advised(review.findings(), review.recommendation(), row);
    }

    private void advised(Findings findings, @Nullable Recommendation advice, ApplicationRow row) {
        row.recommendedBy = advice == null ? null : advice.officer();
        row.stateData = json.write(StateData.review(findings, advice));
    }
}
