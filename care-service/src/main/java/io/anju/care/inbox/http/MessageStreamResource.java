package io.anju.care.inbox.http;

import io.anju.care.inbox.InboxConfig;
import io.anju.care.inbox.InboxMessage;
import io.anju.care.inbox.LiveInbox;
import io.anju.care.inbox.MessageTexts;
import io.anju.care.inbox.NewMessages;
import io.anju.care.language.model.Language;
import io.anju.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The caller's messages as they arrive, as server-sent events. */
@Path("/api/v1/messages/stream")
@RolesAllowed("customer")
public class MessageStreamResource {

    private final LiveInbox live;
    private final NewMessages messages;
    private final MessageTexts texts;
    private final InboxConfig config;
    private final Caller caller;

    MessageStreamResource(LiveInbox live, NewMessages messages, MessageTexts texts, InboxConfig config, Caller caller) {
        this.live = live;
        this.messages = messages;
        this.texts = texts;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Messages as they arrive",
            description = "Starts with the next message; with Last-Event-ID, after that one. Ends after some minutes:"
                    + " open it again with a fresh token.")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Nullable Long lastSeen, @Context HttpHeaders headers, @Context Sse sse) {
        var customer = caller.id();
        live.admit(customer);
        var language = Language.of(headers.getAcceptableLanguages());
        return start(customer, lastSeen)
                .onItem()
                .transformToMulti(after -> Multi.createBy()
                        .merging()
                        // The first heartbeat comes when the stream follows: what happens from then on is told.
                        .streams(
                                live.follow(customer, after).map(message -> event(sse, message, language)),
                                heartbeats(sse)))
                .select()
                .first(config.streamLifetime());
    }

    private Uni<Long> start(UUID customer, @Nullable Long lastSeen) {
        return lastSeen != null ? Uni.createFrom().item(lastSeen) : messages.lastNumber(customer);
    }

    private Multi<OutboundSseEvent> heartbeats(Sse sse) {
        return Multi.createFrom()
                .ticks()
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("heartbeat").build());
    }

    private OutboundSseEvent event(Sse sse, InboxMessage message, Language language) {
        return sse.newEventBuilder()
                .id(Long.toString(message.number()))
                .name("message")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(MessageView.class, MessageView.of(message, texts.words(language, message.draft())))
                .build();
    }
}
