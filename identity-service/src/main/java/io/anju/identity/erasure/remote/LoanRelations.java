package io.anju.identity.erasure.remote;

import io.anju.identity.erasure.Relations;
import io.anju.identity.erasure.model.Relation;
import io.anju.kit.client.Remotes;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class LoanRelations implements Relations {

    private static final String NAME = "loan-service";

    private final Remotes remotes;

    LoanRelations(Remotes remotes) {
        this.remotes = remotes;
    }

    @Override
    public Uni<Relation> of(UUID customerId) {
        return remotes.named(NAME)
                .get("/internal/customers/" + customerId + "/ties")
                .map(LoanRelations::read);
    }

    private static Relation read(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new ProblemException(Problem.unavailable(NAME));
        }
        var body = answer.bodyAsJsonObject();
        return new Relation(
                body.getJsonArray("ties").stream()
                        .map(JsonObject.class::cast)
                        .map(tie ->
                                new Relation.Tie(UUID.fromString(tie.getString("application")), tie.getString("state")))
                        .toList(),
                Optional.ofNullable(body.getString("lastSettledOn")).map(LocalDate::parse));
    }
}
