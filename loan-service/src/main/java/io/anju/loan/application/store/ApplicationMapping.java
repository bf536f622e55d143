package io.anju.loan.application.store;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.schedule.Conventions;
import io.anju.kit.crypto.FieldCipher;
import io.anju.loan.application.model.Active;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.Approval;
import io.anju.loan.application.model.Approved;
import io.anju.loan.application.model.ApprovedTranche;
import io.anju.loan.application.model.Asset;
import io.anju.loan.application.model.Checking;
import io.anju.loan.application.model.Claim;
import io.anju.loan.application.model.ContractEnded;
import io.anju.loan.application.model.Contracted;
import io.anju.loan.application.model.CostSheetConfirmation;
import io.anju.loan.application.model.Declined;
import io.anju.loan.application.model.DisbursementOrder;
import io.anju.loan.application.model.Disbursing;
import io.anju.loan.application.model.Dossier;
import io.anju.loan.application.model.Draft;
import io.anju.loan.application.model.Facts;
import io.anju.loan.application.model.Findings;
import io.anju.loan.application.model.InReview;
import io.anju.loan.application.model.Income;
import io.anju.loan.application.model.InterviewNeeded;
import io.anju.loan.application.model.Liability;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.MoreInformationNeeded;
import io.anju.loan.application.model.MortgageRejected;
import io.anju.loan.application.model.PaidTranche;
import io.anju.loan.application.model.PayoutCancelled;
import io.anju.loan.application.model.Property;
import io.anju.loan.application.model.Recommendation;
import io.anju.loan.application.model.Settled;
import io.anju.loan.application.model.Submitted;
import io.anju.loan.application.model.TrancheWish;
import io.anju.loan.application.model.Withdrawn;
import io.anju.loan.product.model.Conditions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Row to state and back. What an application declares is encrypted in the row. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            StateData.class,
            ApplicationDraft.class,
            TrancheWish.class,
            Property.class,
            Income.class,
            Liability.class,
            Asset.class,
            Findings.class,
            Recommendation.class,
            Approval.class,
            ApprovedTranche.class,
            Conditions.class,
            Conditions.Prepayment.class,
            Conventions.class,
            LateRule.class,
            CostSheetConfirmation.class,
            DisbursementOrder.class,
            PaidTranche.class
        })
class ApplicationMapping {

    /** Context of the hash of a property certificate number. */
    private static final String PROPERTY = "property";

    /** The form of a hash that was made of {@link Property}'s one spelling. */
    static final int ONE_SPELLING = 1;

    private final ObjectMapper json;
    private final FieldCipher cipher;

    ApplicationMapping(ObjectMapper json, FieldCipher cipher) {
        // A version that is being rolled out may have written fields that this one does not know.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.cipher = cipher;
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
        var data = read(row.stateData, StateData.class);
        return switch (row.state) {
            case DRAFT -> new Draft(dossier, content(row));
            case SUBMITTED -> new Submitted(dossier, facts(row));
            case CHECKING -> new Checking(dossier, facts(row));
            case IN_REVIEW ->
                new InReview(dossier, facts(row), requireNonNull(data.findings()), claim(row), data.recommendation());
            case INTERVIEW_NEEDED ->
                new InterviewNeeded(dossier, facts(row), requireNonNull(data.findings()), data.recommendation());
            case MORE_INFORMATION_NEEDED ->
                new MoreInformationNeeded(dossier, content(row), requireNonNull(data.requests()));
            case APPROVED -> new Approved(dossier, facts(row), requireNonNull(data.approval()), data.costSheet());
            case DECLINED ->
                new Declined(
                        dossier,
                        facts(row),
                        requireNonNull(data.reasons()),
                        requireNonNull(row.recommendedBy),
                        requireNonNull(row.decidedBy),
                        requireNonNull(data.decidedAt()));
            case WITHDRAWN -> new Withdrawn(dossier);
            case CONTRACTED ->
                new Contracted(
                        dossier,
                        facts(row),
                        requireNonNull(data.approval()),
                        data.costSheet(),
                        requireNonNull(row.contractId),
                        row.certificateNumber);
            case CONTRACT_ENDED ->
                new ContractEnded(
                        dossier,
                        facts(row),
                        requireNonNull(data.approval()),
                        data.costSheet(),
                        requireNonNull(data.ending()));
            case MORTGAGE_REJECTED ->
                new MortgageRejected(
                        dossier,
                        facts(row),
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
                facts(row),
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
        row.stateData = write(StateData.NONE);
        row.barredOfficers = OfficerIds.write(application.dossier().barred());
        row.claimedBy = null;
        row.claimedUntil = null;
        if (!(application instanceof Checking)) {
            row.checkDueAt = null;
            row.checkFault = null;
        }
        switch (application) {
            case Draft draft -> content(draft.content(), row);
            case Submitted submitted -> {
                row.checkAttempts = 0;
                row.recommendedBy = null;
                facts(submitted.facts(), row);
            }
            case Checking checking -> facts(checking.facts(), row);
            case InReview review -> {
                // Anew after an upheld appeal: nobody has decided.
                row.decidedBy = null;
                review(review, row);
            }
            case InterviewNeeded waiting -> advised(waiting.findings(), waiting.recommendation(), row);
            case MoreInformationNeeded waiting -> {
                content(waiting.content(), row);
                row.stateData = write(StateData.requests(waiting.requests()));
                row.recommendedBy = null;
            }
            case Approved approved -> {
                row.recommendedBy = approved.approval().recommender();
                row.decidedBy = approved.approval().approver();
                row.stateData = write(StateData.priced(approved.approval(), approved.costSheet()));
            }
            case Declined declined -> {
                row.recommendedBy = declined.recommender();
                row.decidedBy = declined.approver();
                row.stateData = write(StateData.declined(declined.reasons(), declined.at()));
            }
            case Withdrawn withdrawn -> content(ApplicationDraft.EMPTY, row);
            case Contracted contracted -> {
                row.contractId = contracted.contractId();
                row.certificateNumber = contracted.certificateNumber();
                row.stateData = write(StateData.priced(contracted.approval(), contracted.costSheet()));
            }
            case ContractEnded ended -> row.stateData = write(StateData.ended(ended));
            case MortgageRejected rejected -> row.stateData = write(StateData.rejected(rejected));
            case Disbursing paying ->
                row.stateData =
                        write(StateData.ordered(paying.approval(), paying.order(), paying.paid(), paying.givenUp()));
            case PayoutCancelled cancelled ->
                row.stateData = write(StateData.ordered(cancelled.approval(), cancelled.order(), List.of(), List.of()));
            case Active active -> paidOut(active.approval(), active.order(), active.loans(), row);
            // Not always by way of Active: the end of the contract may be told with a tranche that is given up.
            case Settled settled -> paidOut(settled.approval(), settled.order(), settled.loans(), row);
        }
    }

    private void paidOut(Approval approval, DisbursementOrder order, List<PaidTranche> loans, ApplicationRow row) {
        row.loanId = loans.getFirst().loanId();
        row.stateData = write(StateData.ordered(approval, order, loans, List.of()));
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
        row.stateData = write(StateData.review(findings, advice));
    }

    private void facts(Facts facts, ApplicationRow row) {
        content(facts.asDraft(), row);
    }

    private void content(ApplicationDraft content, ApplicationRow row) {
        row.facts = cipher.encrypt(write(content), context(row));
        row.principal =
                content.tranches().stream().mapToLong(TrancheWish::principal).sum();
        propertyKey(content, row);
    }

    private void propertyKey(ApplicationDraft content, ApplicationRow row) {
        var property = content.property();
        row.propertyKey = property == null ? null : cipher.lookupHash(property.certificateNumber(), PROPERTY);
        row.propertyKeyForm = ONE_SPELLING;
    }

    /** Hashes the home of a row in the one spelling of its certificate's number. */
    void renewPropertyKey(ApplicationRow row) {
        propertyKey(content(row), row);
    }

    /**
     * Under each key that a home may have been kept by: in the one spelling and, until {@link PropertyKeys} is through,
     * with the brackets that keyboards have.
     */
    List<byte[]> propertyKeys(String certificateNumber) {
        return Stream.of(certificateNumber, certificateNumber.replace('（', '(').replace('）', ')'))
                .distinct()
                .flatMap(spelling -> cipher.lookupHashes(spelling, PROPERTY).stream())
                .toList();
    }

    private ApplicationDraft content(ApplicationRow row) {
        return read(cipher.decrypt(row.facts, context(row)), ApplicationDraft.class);
    }

    private Facts facts(ApplicationRow row) {
        var content = content(row);
        return new Facts(
                content.tranches(),
                content.dueDay(),
                requireNonNull(content.property()),
                requireNonNull(content.income()),
                content.liabilities(),
                content.assets());
    }

    private static String context(ApplicationRow row) {
        return context(row.id);
    }

    private static String context(UUID id) {
        return "application/" + id;
    }

    private <T> T read(String text, Class<T> shape) {
        try {
            return json.readValue(text, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored application cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an application cannot be written", e);
        }
    }
}
