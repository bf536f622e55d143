package io.anju.identity.risk.http;

import io.anju.identity.disclosure.StaffReads;
import io.anju.identity.http.Language;
import io.anju.identity.risk.KeptDecision;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Why the rules decided as they did: signals, rules, reason and score as they were. */
@Path("/api/v1/staff/risk-decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"risk-officer", "compliance", "auditor"})
public class DecisionResource {

    /**
     * A decision as it was kept.
     *
     * @param signals what was known, by the words of {@code GET /staff/rules/variables}
     * @param rules name and version of every rule that was asked
     * @param fired those that fired, the strictest first
     * @param lifted of these, those an officer had released the person from
     * @param broken of these and the proposed ones, those that could not be evaluated
     * @param proposed versions on trial that would have fired
     * @param reason why; empty when nothing spoke against it
     * @param score sum of the contributions
     * @param contributions points by feature
     */
    @RegisterForReflection
    public record DecisionView(
            UUID id,
            UUID personId,
            String act,
            RiskOutcome outcome,
            Instant at,
            Map<String, Object> signals,
            List<String> rules,
            List<String> fired,
            List<String> lifted,
            List<String> broken,
            List<String> proposed,
            String reason,
            int score,
            int scoreCard,
            Map<String, Object> contributions) {

        static DecisionView of(KeptDecision kept, String language) {
            return new DecisionView(
                    kept.id(),
                    kept.personId(),
                    kept.act(),
                    kept.outcome(),
                    kept.at(),
                    kept.signals(),
                    kept.rules(),
                    kept.fired(),
                    kept.lifted(),
                    kept.broken(),
                    kept.shadow(),
                    kept.reason().in(language),
                    kept.score(),
                    kept.scoreCard(),
                    kept.contributions());
        }
    }

    private final Transactions transactions;
    private final Risk risk;
    private final StaffReads reads;
    private final Language language;

    DecisionResource(Transactions transactions, Risk risk, StaffReads reads, Language language) {
        this.transactions = transactions;
        this.risk = risk;
        this.reads = reads;
        this.language = language;
    }

    /**
     * A hold's decision has the id of the hold; a verification's that of the verification. Whom it is about sees that it was
     * read.
     */
    @GET
    @Path("{id}")
    public Uni<DecisionView> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> risk.find(tx, id)
                        .call(found -> reads.tell(
                                tx,
                                StaffReads.Kind.DECISION,
                                found.stream()
                                        .map(kept -> new StaffReads.Shown(kept.personId(), kept.id()))
                                        .toList())))
                .map(found -> found.map(kept -> DecisionView.of(kept, language.tag()))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
