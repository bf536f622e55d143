package io.anju.sandbox.rail;

import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Bounded;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.rail.Transaction.Order;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** The quirks in force, by order's reference and by account; that of the order comes first. Forgotten at a restart. */
final class Quirks {
    private static final int MOST = 10_000;
    private static final int NAME_MOST = 200;
    private static final int DUPLICATES_MOST = 10;

    private final Map<String, Quirk> byReference = new Bounded<>(MOST);
    private final Map<String, Quirk> byAccount = new Bounded<>(MOST);

    /** GET and PUT; PUT replaces what was set, a missing member means the usual. */
    void mount(Router router) {
        mount(router, "/rail/orders/:name/faults", byReference);
        mount(router, "/rail/accounts/:name/faults", byAccount);
    }

    Quirk of(Order order) {
        return byReference.getOrDefault(order.reference(), byAccount.getOrDefault(order.account(), Quirk.NONE));
    }

    /** All of them in one text; another one when any is set anew. */
    String inForce() {
        return byReference + " " + byAccount;
    }

    /** Fen that are moved of an order. */
    long moved(Order order) {
        long part = of(order).partialAmount();
        return part == 0 ? order.amount() : Math.min(part, order.amount());
    }

    /** What the rail shows of a transaction to who asks. */
    Transaction.View shown(Transaction transaction) {
        return of(transaction.order()).silent()
                ? Transaction.ordered(transaction.order()).view()
                : transaction.view();
    }

    private static void mount(Router router, String path, Map<String, Quirk> quirks) {
        router.get(path).handler(context -> Answers.json(context, 200, quirks.getOrDefault(name(context), Quirk.NONE)));
        router.put(path).handler(context -> {
            var wanted = read(Input.of(context));
            quirks.put(name(context), wanted);
            Answers.json(context, 200, wanted);
        });
    }

    private static Quirk read(Input input) {
        var quirk = new Quirk(
                input.flag("silent"),
                input.count("duplicateCallbacks", DUPLICATES_MOST, 0),
                input.flag("outOfOrder"),
                input.flag("timeoutAfterSuccess"),
                input.amountOr("partialAmount", 0),
                input.amountOr("fileAmount", 0),
                input.flag("fileMissing"),
                input.flag("fileTwice"));
        input.check();
        return quirk;
    }

    private static String name(RoutingContext context) {
        var name = context.pathParam("name");
        if (name.length() > NAME_MOST) {
            throw ApiProblem.badInput(List.of(new ApiProblem.FieldError("name", "TOO_LONG")));
        }
        return name;
    }
}
