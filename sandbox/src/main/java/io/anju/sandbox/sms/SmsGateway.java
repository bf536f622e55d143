package io.anju.sandbox.sms;

import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Input;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes messages and keeps the last thousand for whoever looks; not kept over a restart. */
public final class SmsGateway {
    /** The number to which nothing can be sent: 503. */
    public static final String UNREACHABLE = "19900000503";

    private static final int KEPT_MOST = 1_000;
    private static final int LISTED_MOST = 200;
    private static final int TEXT_MOST = 1_000;

    /** A message as it was taken. */
    public record Message(UUID id, String to, String text, Instant at) {}

    private record Messages(List<Message> items) {}

    private final InstantSource time;
    private final Deque<Message> newestFirst = new ArrayDeque<>();

    /** A gateway that stamps messages with this time. */
    public SmsGateway(InstantSource time) {
        this.time = time;
    }

    /** The gateway's addresses. */
    public void mount(Router router) {
        router.post("/sms/messages").handler(this::take);
        router.get("/sms/messages").handler(context -> Answers.json(context, 200, listed(context)));
    }

    /** Takes a message. */
    public Message send(String to, String text) {
        var message = new Message(UUID.randomUUID(), to, text, time.instant().truncatedTo(ChronoUnit.MILLIS));
        newestFirst.addFirst(message);
        if (newestFirst.size() > KEPT_MOST) {
            newestFirst.removeLast();
        }
        return message;
    }

    /** The newest messages, to one number or (blank) to all. */
    public List<Message> list(String to, int limit) {
        var wanted = Phone.digits(to);
        return newestFirst.stream()
                .filter(m -> wanted.isEmpty() || Phone.digits(m.to()).equals(wanted))
                .limit(limit)
                .toList();
    }

    private void take(RoutingContext context) {
        var input = Input.of(context);
        var to = input.matching("to", Phone.SHAPE);
        var text = input.text("text", TEXT_MOST);
        input.check();
        if (Phone.digits(to).equals(UNREACHABLE)) {
            throw ApiProblem.outOfOrder();
        }
        Answers.json(context, 202, Map.of("id", send(to, text).id()));
    }

    private Messages listed(RoutingContext context) {
        var to = context.request().getParam("to", "");
        return new Messages(list(to, limit(context.request().getParam("limit", "50"))));
    }

    private static int limit(String written) {
        if (!written.matches("[0-9]{1,4}") || Integer.parseInt(written) < 1) {
            throw ApiProblem.badInput(List.of(new ApiProblem.FieldError("limit", "NOT_A_WHOLE_NUMBER")));
        }
        return Math.min(Integer.parseInt(written), LISTED_MOST);
    }
}
