package io.anju.identity.proof.sms;

import io.anju.identity.model.Phone;
import io.anju.identity.proof.SmsGateway;
import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code POST {anju.sms.url}/sms/messages}. Never repeated: two codes in two messages confuse, and the person can ask
 * again. While the gateway is away the caller gets {@code 503}.
 */
@ApplicationScoped
class RemoteSms implements SmsGateway {

    private static final int ACCEPTED = 202;

    private final Remote gateway;
    private final SurvivedFailures failures;

    RemoteSms(Remotes remotes, SurvivedFailures failures) {
        this.gateway = remotes.named("sms");
        this.failures = failures;
    }

    @Override
    public Uni<Void> send(Phone phone, String text) {
        return gateway.post(
                        "/sms/messages",
                        new JsonObject().put("to", phone.digits()).put("text", text))
                .invoke(answer -> {
                    if (answer.statusCode() != ACCEPTED) {
                        var refused = new ProblemException(Problem.unavailable("sms"));
                        failures.note("sending an SMS, answered " + answer.statusCode(), refused);
                        throw refused;
                    }
                })
                .replaceWithVoid();
    }
}
