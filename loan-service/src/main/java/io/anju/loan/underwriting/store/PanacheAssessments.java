package io.anju.loan.underwriting.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Tx;
import io.anju.loan.underwriting.Assessments;
import io.anju.loan.underwriting.model.Assessment;
import io.anju.loan.underwriting.model.BureauReport.OpenLoan;
import io.anju.loan.underwriting.model.Finding;
import io.anju.loan.underwriting.model.Scorecard.Line;
import io.anju.loan.underwriting.model.Scorecard.Score;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Assessments by Hibernate Reactive; findings and score lines as JSON, what is owed elsewhere as encrypted JSON. */
@ApplicationScoped
@RegisterForReflection(targets = {Finding.class, Line.class, OpenLoan.class})
class PanacheAssessments implements Assessments {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private static final TypeReference<List<OpenLoan>> LOANS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final FieldCipher cipher;

    PanacheAssessments(ObjectMapper json, FieldCipher cipher) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.cipher = cipher;
    }

    @Override
    public Uni<Void> add(Tx tx, UUID id, UUID applicationId, Assessment assessment, Instant at) {
        var row = new AssessmentRow();
        row.id = id;
        row.applicationId = applicationId;
        row.reportId = assessment.reportId();
        row.rulesVersion = assessment.rulesVersion();
        row.scorecardVersion = assessment.scorecardVersion();
        row.score = assessment.score().points();
        row.advice = assessment.advice();
        row.findings = write(assessment.findings());
        row.lines = write(assessment.score().lines());
        row.openLoans = cipher.encrypt(write(assessment.openLoans()), context(id));
        row.assessedAt = at;
        return row.persist().replaceWithVoid();
    }

    @Override
    public Uni<Optional<Assessment>> findLatest(Tx tx, UUID applicationId) {
        return AssessmentRow.<AssessmentRow>find("applicationId = ?1 order by id desc", applicationId)
                .page(0, 1)
                .list()
                .map(rows -> rows.stream().findFirst().map(this::model));
    }

    private Assessment model(AssessmentRow row) {
        return new Assessment(
                row.reportId,
                row.rulesVersion,
                read(row.findings, FINDINGS),
                row.scorecardVersion,
                new Score(row.score, read(row.lines, LINES)),
                row.advice,
                openLoans(row));
    }

    /** None are known of a row from before they were kept, nor of one that is shredded. */
    private List<OpenLoan> openLoans(AssessmentRow row) {
        byte[] sealed = row.openLoans;
        return sealed == null || sealed.length == 0 ? List.of() : read(cipher.decrypt(sealed, context(row.id)), LOANS);
    }

    private static String context(UUID id) {
        return "assessment/" + id;
    }

    private <T> T read(String text, TypeReference<T> shape) {
        try {
            return json.readValue(text, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an assessment cannot be written", e);
        }
    }
}
