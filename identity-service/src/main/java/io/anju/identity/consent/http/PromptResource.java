package io.anju.identity.consent.http;

import io.anju.identity.consent.Consents;
import io.anju.identity.http.Language;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Asking a customer for a consent: the app asks here whether it may, and is given the words to show. */
@Path("/api/v1/me/consent-prompts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class PromptResource {

    /** @param channel the way or the named recipient, where the purpose has any */
    @RegisterForReflection
    public record AskConsent(
            @NotBlank @Size(max = 60) String purpose,
            @Size(max = 60) @Nullable String channel) {}

    /**
     * What is to be shown, for this purpose and channel alone.
     *
     * @param id to be sent with the answer
     */
    @RegisterForReflection
    public record PromptBody(UUID id, String channel, Instant askedAt, ConsentOverview.PurposeBody purpose) {

        static PromptBody of(Consents.Asked asked, String language) {
            var prompt = asked.prompt();
            return new PromptBody(
                    prompt.id(),
                    prompt.subject().channel(),
                    prompt.askedAt(),
                    ConsentOverview.PurposeBody.of(asked.purpose(), List.of(), language));
        }
    }

    private final Commands commands;
    private final Consents consents;
    private final Caller caller;
    private final Language language;

    PromptResource(Commands commands, Consents consents, Caller caller, Language language) {
        this.commands = commands;
        this.consents = consents;
        this.caller = caller;
        this.language = language;
    }

    /** May the customer be asked? Refused after a clear no, until the purpose changes. */
    @POST
    @SafeToRepeat("the same asking is answered again, until the customer has answered it")
    @APIResponseSchema(value = PromptBody.class, responseCode = "201")
    public Uni<Response> ask(@NotNull @Valid AskConsent request) {
        String channel = request.channel() == null ? "" : request.channel();
        String tag = language.tag();
        return commands.run(tx -> consents.ask(tx, caller.id(), request.purpose(), channel)
                .map(result -> Reply.of(
                        result,
                        asked -> Reply.created("/api/v1/me/consents", PromptBody.of(asked, tag)),
                        ConsentResource::status)));
    }
}
