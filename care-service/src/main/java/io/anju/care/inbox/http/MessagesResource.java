package io.anju.care.inbox.http;

import io.anju.care.inbox.Inbox;
import io.anju.care.inbox.InboxMessage;
import io.anju.care.inbox.MessageTexts;
import io.anju.care.language.model.Language;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's inbox. */
@Path("/api/v1/messages")
@RolesAllowed("customer")
public class MessagesResource {

    private final Inbox inbox;
    private final MessageTexts texts;
    private final Transactions transactions;
    private final Caller caller;

    MessagesResource(Inbox inbox, MessageTexts texts, Transactions transactions, Caller caller) {
        this.inbox = inbox;
        this.texts = texts;
        this.transactions = transactions;
        this.caller = caller;
    }

    @RegisterForReflection
    record UnreadCount(long count) {}

    @GET
    @Operation(summary = "Messages, newest first", description = "In the language of Accept-Language (zh-CN, en).")
    public Uni<RestResponse<Page<MessageView>>> list(
            @BeanParam @Valid PageQuery query,
            @QueryParam("unread") @DefaultValue("false") boolean unreadOnly,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var customer = caller.id();
        var before = before(query.cursor);
        var language = Language.of(headers.getAcceptableLanguages());
        return transactions
                .run(tx -> inbox.list(tx, customer, unreadOnly, before, query.limit + 1))
                .map(rows -> Page.of(rows, query.limit, last -> Cursors.encode(Long.toString(last.number()))))
                .map(page -> response(page, language, uri));
    }

    @GET
    @Path("/unread-count")
    @Operation(summary = "How many messages are unread")
    public Uni<UnreadCount> unreadCount() {
        var customer = caller.id();
        return transactions.run(tx -> inbox.countUnread(tx, customer)).map(UnreadCount::new);
    }

    @POST
    @Path("/{id}/read")
    @SafeToRepeat("a message that is read stays read")
    @Operation(summary = "Mark a message as read", description = "Reading it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> read(@PathParam("id") UUID id) {
        var customer = caller.id();
        return transactions.run(tx -> inbox.markRead(tx, customer, id)).map(known -> {
            if (!known) {
                throw new ProblemException(Problem.notFound());
            }
            return Response.noContent().build();
        });
    }

    private RestResponse<Page<MessageView>> response(Page<InboxMessage> page, Language language, UriInfo uri) {
        var answer = page.map(message -> MessageView.of(message, texts.words(language, message.draft())))
                .response(uri);
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        return answer;
    }

    private static long before(@Nullable String cursor) {
        return Cursors.decode(cursor, Long::parseLong).orElse(Long.MAX_VALUE);
    }
}
