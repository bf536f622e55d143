package io.anju.care.permit.identity;

import io.anju.care.permit.ContactNumbers;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.care.permit.model.ContactRefusal;
import io.anju.care.permit.model.RedemptionRefusal;
import io.anju.kernel.result.Result;
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
        return ask("/internal/customers/" + customer + "/contact?purpose=" + purpose)
                .map(IdentityContactNumbers::read);
    }

    @Override
    public Uni<Result<Optional<String>, RedemptionRefusal>> find(
            UUID customer, ContactPurpose purpose, ContactChannel channel) {
        return ask("/internal/customers/%s/contact?purpose=%s&channel=%s".formatted(customer, purpose, channel))
                .map(answer -> lacksConsent(answer)
                        ? Result.refused(new RedemptionRefusal.NoLonger(new ContactRefusal.NoConsent(
                                purpose, channel, ContactRefusal.NoConsent.Lack.WITHDRAWN)))
                        : Result.ok(read(answer)));
    }

    private Uni<HttpResponse<Buffer>> ask(String path) {
        return remotes.named("identity-service").get(path);
    }

    private static boolean lacksConsent(HttpResponse<Buffer> answer) {
        return answer.statusCode() == 403
                && "CONSENT_MISSING".equals(answer.bodyAsJsonObject().getString("code"));
    }

    private static Optional<String> read(HttpResponse<Buffer> answer) {
        return switch (answer.statusCode()) {
            case 200 -> Optional.ofNullable(answer.bodyAsJsonObject().getString("phone"));
            case 404 -> Optional.empty();
            default -> throw new ProblemException(Problem.unavailable("identity-service"));
        };
    }
}
