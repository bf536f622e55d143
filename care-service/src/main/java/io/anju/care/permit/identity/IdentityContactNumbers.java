package io.anju.care.permit.identity;

import io.anju.care.permit.ContactNumbers;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.kit.client.Remotes;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Asks identity-service for the number by purpose. */
@ApplicationScoped
class IdentityContactNumbers implements ContactNumbers {

    private final Remotes remotes;

    IdentityContactNumbers(Remotes remotes) {
        this.remotes = remotes;
    }

    @Override
    public Uni<Optional<String>> find(UUID customer, ContactPurpose purpose) {
        return remotes.named("identity-service")
                .get("/internal/customers/" + customer + "/contact?purpose=" + purpose)
                .map(IdentityContactNumbers::read);
    }

    private static Optional<String> read(HttpResponse<Buffer> answer) {
        return switch (answer.statusCode()) {
            case 200 -> Optional.ofNullable(answer.bodyAsJsonObject().getString("phone"));
            case 404 -> Optional.empty();
            default -> throw new ProblemException(Problem.unavailable("identity-service"));
        };
    }
}
