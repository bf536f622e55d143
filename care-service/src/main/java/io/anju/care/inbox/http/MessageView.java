package io.anju.care.inbox.http;

import io.anju.care.inbox.InboxMessage;
import io.anju.care.inbox.model.Template;
import io.anju.care.inbox.model.Wording.Words;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as its reader gets it.
 *
 * @param number counts the reader's messages; the id of the stream's event
 * @param template stable name of the kind of message
 * @param kind NOTICE, GUIDE or RISK_HINT
 * @param title in the reader's language
 * @param body in the reader's language
 * @param fields what the words were made of; amounts in fen
 * @param resource path of what the message is about
 */
@RegisterForReflection
record MessageView(
        UUID id,
        long number,
        Template template,
        Template.Kind kind,
        String title,
        String body,
        Map<String, Object> fields,
        String resource,
        Instant at,
        boolean read) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    static MessageView of(InboxMessage message, Words words) {
        var draft = message.draft();
        return new MessageView(
                message.id(),
                message.number(),
                draft.template(),
                draft.template().kind(),
                words.title(),
                words.body(),
                draft.fields(),
                resource(draft.template(), draft.fields()),
                message.at(),
                message.read());
    }

    private static String resource(Template template, Map<String, Object> fields) {
        return PLACEHOLDER
                .matcher(template.resource())
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(fields.get(found.group(1)))));
    }
}
