package io.anju.loan.application.model;

import io.anju.kernel.result.Result;
import io.anju.loan.product.model.TrancheKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the borrower has filled in so far; each step may be missing. {@link #complete} turns it into {@link Facts}.
 *
 * @param dueDay day of the month on which instalments fall due, 1 to 28; null: the day on which the loan starts
 */
public record ApplicationDraft(
        List<TrancheWish> tranches,
        @Nullable Integer dueDay,
        @Nullable Property property,
        @Nullable Income income,
        List<Liability> liabilities,
        List<Asset> assets) {

    /** Nothing filled in. */
    public static final ApplicationDraft EMPTY =
            new ApplicationDraft(List.of(), null, null, null, List.of(), List.of());

    public ApplicationDraft {
        tranches = List.copyOf(tranches);
        liabilities = List.copyOf(liabilities);
        assets = List.copyOf(assets);
    }

    /**
     * All that a submission needs, or everything that is missing at once.
     *
     * @param limits what the product allows
     * @param documents kinds of the documents uploaded
     */
    public Result<Facts, ApplicationRefusal> complete(Limits limits, Set<DocumentKind> documents) {
        List<Gap> gaps = new ArrayList<>();
        gaps.addAll(trancheGaps(limits));
        gaps.addAll(documentGaps(documents));
        if (property == null) {
            gaps.add(new Gap("property", "MISSING"));
        } else if (!CertificateNumbers.isWritten(property.certificateNumber())) {
            // Of a draft from before the door looked at it.
            gaps.add(new Gap("property.certificateNumber", "PROPERTY_CERTIFICATE"));
        }
        if (income == null) {
            gaps.add(new Gap("income", "MISSING"));
        }
        if (property == null || income == null || !gaps.isEmpty()) {
            return Result.refused(new ApplicationRefusal.Incomplete(gaps));
        }
        return Result.ok(new Facts(tranches, dueDay, property, income, liabilities, assets));
    }

    private List<Gap> trancheGaps(Limits limits) {
        List<Gap> gaps = new ArrayList<>();
        List<TrancheKind> kinds =
                tranches.stream().map(TrancheWish::kind).sorted().toList();
        if (!kinds.equals(limits.kinds())) {
            gaps.add(new Gap("tranches", "KINDS_NOT_OF_PRODUCT"));
        }
        for (int i = 0; i < tranches.size(); i++) {
            gaps.addAll(limits.gapsOf(tranches.get(i), "tranches[" + i + "]"));
        }
        return gaps;
    }

    private List<Gap> documentGaps(Set<DocumentKind> documents) {
        List<Gap> gaps = new ArrayList<>();
        if (!documents.contains(DocumentKind.INCOME_PROOF)) {
            gaps.add(new Gap("documents", "INCOME_PROOF_MISSING"));
        }
        if (!assets.isEmpty() && !documents.contains(DocumentKind.ASSET_PROOF)) {
            gaps.add(new Gap("documents", "ASSET_PROOF_MISSING"));
        }
        return gaps;
    }
}
