package io.anju.repayment.rail.model;

import io.anju.kernel.result.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rail's words come to.
 *
 * @param concluded the orders that they conclude, in the order in which they were told
 * @param notAllowed those of them whose money was moved all the same and has to go back
 * @param breaks the words that are not believed
 */
public record Conclusions(List<RailOrder.Concluded> concluded, List<RailOrder.Failed> notAllowed, List<Break> breaks) {

    public Conclusions {
        concluded = List.copyOf(concluded);
        notAllowed = List.copyOf(notAllowed);
        breaks = List.copyOf(breaks);
    }

    /**
     * Judges each word by the order that it is about, and by the words before it.
     *
     * @param by who said it: about an order on another channel nobody is believed
     */
    public static Conclusions of(Channel by, Collection<RailOrder> known, List<RailOutcome> told) {
        Map<String, RailOrder> orders = new HashMap<>();
        known.stream()
                .filter(order -> order.instruction().kind().channel() == by)
                .forEach(order -> orders.put(order.instruction().reference(), order));
        List<RailOrder.Concluded> concluded = new ArrayList<>();
        List<RailOrder.Failed> notAllowed = new ArrayList<>();
        List<Break> breaks = new ArrayList<>();
        for (RailOutcome outcome : told) {
            RailOrder order = orders.get(outcome.reference());
            if (order == null) {
                breaks.add(Break.unknown(outcome));
                continue;
            }
            switch (judge(order, outcome)) {
                case Result.Refused<RailOrder.Concluded, RailRefusal>(RailRefusal refusal) ->
                    breaks.add(Break.of(refusal, order, outcome));
                case Result.Ok<RailOrder.Concluded, RailRefusal>(RailOrder.Concluded after) -> {
                    if (order instanceof RailOrder.Open) {
                        concluded.add(after);
                        orders.put(outcome.reference(), after);
                        if (outcome instanceof RailOutcome.NotAllowed && after instanceof RailOrder.Failed failed) {
                            notAllowed.add(failed);
                        }
                    }
                }
            }
        }
        return new Conclusions(concluded, notAllowed, breaks);
    }

    private static Result<RailOrder.Concluded, RailRefusal> judge(RailOrder order, RailOutcome outcome) {
        return switch (order) {
            case RailOrder.Open open -> open.conclude(outcome);
            case RailOrder.Concluded known -> known.toldAgain(outcome);
        };
    }
}
