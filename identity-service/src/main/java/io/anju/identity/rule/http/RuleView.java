package io.anju.identity.rule.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.rule.model.BackTest;
import io.anju.identity.rule.model.RuleVersion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule.
 *
 * @param state {@code SHADOW} (proposed), {@code LIVE}, {@code RETIRED}, {@code REJECTED} or {@code ROLLED_BACK}
 * @param condition in the Common Expression Language
 * @param proposedBy absent for the rules of the beginning
 * @param replaces the version that was live before
 * @param backTest what trying it gave
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record RuleView(
        UUID id,
        String name,
        int version,
        String state,
        String condition,
        RiskOutcome outcome,
        TextBody reason,
        TextBody remedy,
        List<TextBody> documents,
        @Nullable UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Integer replaces,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt,
        @Nullable BackTestView backTest) {

    /** A text in both languages. */
    @RegisterForReflection
    public record TextBody(String en, String zh) {

        static TextBody of(Wording text) {
            return new TextBody(text.en(), text.zh());
        }
    }

    /**
     * What the version would have changed in the decisions of the last week.
     *
     * @param complete false when there were more decisions than are asked again; the newest were
     * @param fired how often it fires
     * @param broken how often it cannot be evaluated; it then asks for the stronger method
     * @param changed how many come out otherwise
     * @param changes which, at most a hundred
     */
    @RegisterForReflection
    public record BackTestView(
            Instant at,
            Instant since,
            int examined,
            boolean complete,
            int fired,
            int broken,
            int changed,
            List<ChangeView> changes) {

        static BackTestView of(BackTest test) {
            return new BackTestView(
                    test.at(),
                    test.since(),
                    test.examined(),
                    test.complete(),
                    test.fired(),
                    test.broken(),
                    test.changed(),
                    test.changes().stream()
                            .map(change -> new ChangeView(change.decisionId(), change.before(), change.after()))
                            .toList());
        }
    }

    /** A decision that comes out otherwise. */
    @RegisterForReflection
    public record ChangeView(UUID decision, RiskOutcome before, RiskOutcome after) {}

    static RuleView of(RuleVersion version) {
        return switch (version) {
            case RuleVersion.Proposed proposed ->
                view(version, Optional.empty(), Optional.empty(), Optional.empty(), proposed.tried());
            case RuleVersion.Live live ->
                view(version, live.approval(), live.replaces(), Optional.empty(), live.tried());
            case RuleVersion.Ended ended ->
                view(version, Optional.empty(), Optional.empty(), Optional.of(ended), Optional.empty());
        };
    }

    private static RuleView view(
            RuleVersion version,
            Optional<RuleVersion.Approval> approval,
            Optional<Integer> replaces,
            Optional<RuleVersion.Ended> ended,
            Optional<BackTest> tried) {
        var draft = version.draft();
        var rule = draft.rule();
        return new RuleView(
                draft.id(),
                rule.name(),
                rule.version(),
                version.state(),
                rule.condition(),
                rule.outcome(),
                TextBody.of(rule.reason()),
                TextBody.of(rule.remedy()),
                rule.documents().stream().map(TextBody::of).toList(),
                draft.proposedBy().orElse(null),
                draft.proposedAt(),
                approval.map(RuleVersion.Approval::officer).orElse(null),
                approval.map(RuleVersion.Approval::at).orElse(null),
                replaces.orElse(null),
                ended.flatMap(RuleVersion.Ended::by).orElse(null),
                ended.map(RuleVersion.Ended::at).orElse(null),
                tried.map(BackTestView::of).orElse(null));
    }
}
