package io.anju.contract.registration.registry;

import io.anju.contract.registration.PropertyRegistry;
import io.anju.contract.registration.RegistryConfig;
import io.anju.contract.registration.model.RegistryNews;
import io.anju.contract.task.Absence;
import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The property registry at {@code anju.property-registry.url}; it calls back when it has decided. */
@ApplicationScoped
class HttpPropertyRegistry implements PropertyRegistry {
    private static final String NAME = "property-registry";
    private static final String REGISTRATIONS = "/property-registry/registrations";

    private final Remote registry;
    private final String callbackUrl;

    HttpPropertyRegistry(Remotes remotes, RegistryConfig config) {
        this.registry = remotes.named(NAME);
        this.callbackUrl = config.callbackUrl();
    }

    @Override
    public Uni<String> apply(Application application) {
        JsonObject body = new JsonObject()
                .put("reference", application.reference().toString())
                .put("propertyCertificate", application.propertyCertificate())
                .put("mortgagor", application.mortgagor())
                .put("mortgagee", application.mortgagee())
                .put("amount", application.amount())
                .put("callbackUrl", callbackUrl);
        return registry.postRepeatable(REGISTRATIONS, body)
                .map(answer -> expect(202, answer).getString("registrationId"));
    }

    @Override
    public Uni<Void> release(String registryId, UUID reference) {
        JsonObject body =
                new JsonObject().put("reference", reference.toString()).put("callbackUrl", callbackUrl);
        return registry.postRepeatable(REGISTRATIONS + "/" + registryId + "/release", body)
                .map(answer -> expect(202, answer))
                .replaceWithVoid();
    }

    @Override
    public Uni<RegistryNews> ask(String registryId) {
        return registry.get(REGISTRATIONS + "/" + registryId).map(answer -> {
            JsonObject body = expect(200, answer);
            return new RegistryNews(
                    registryId, body.getString("state"), body.getString("certificateNumber"), body.getString("reason"));
        });
    }

    private static JsonObject expect(int status, HttpResponse<Buffer> answer) {
        HttpResponse<Buffer> there = Absence.unlessLater(NAME, answer);
        if (there.statusCode() != status) {
            throw new IllegalStateException("the property registry answered " + there.statusCode());
        }
        return there.bodyAsJsonObject();
    }
}
