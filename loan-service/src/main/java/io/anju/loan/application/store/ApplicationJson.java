package io.anju.loan.application.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.schedule.Conventions;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.Approval;
import io.anju.loan.application.model.ApprovedTranche;
import io.anju.loan.application.model.Asset;
import io.anju.loan.application.model.CostSheetConfirmation;
import io.anju.loan.application.model.DisbursementOrder;
import io.anju.loan.application.model.Findings;
import io.anju.loan.application.model.Income;
import io.anju.loan.application.model.Liability;
import io.anju.loan.application.model.PaidTranche;
import io.anju.loan.application.model.Property;
import io.anju.loan.application.model.Recommendation;
import io.anju.loan.application.model.TrancheWish;
import io.anju.loan.product.model.Conditions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;

/** The JSON of an application's row, and the shapes that stand in it. */
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
class ApplicationJson {

    private final ObjectMapper json;

    ApplicationJson(ObjectMapper json) {
        // A version that is being rolled out may have written fields that this one does not know.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    <T> T read(String text, Class<T> shape) {
        try {
            return json.readValue(text, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored application cannot be read", e);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an application cannot be written", e);
        }
    }
}
