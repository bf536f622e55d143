package io.anju.kernel.arrears;

import java.util.EnumSet;
import java.util.List;

/**
 * In which order a payment that is not enough is used: data of the product.
 *
 * <p>民法典 第五百六十一条: 债务人在履行主债务外还应当支付利息和实现债权的有关费用，其给付不足以清偿全部债务的，除当事人另有约定外，
 * 应当按照下列顺序履行：（一）实现债权的有关费用；（二）利息；（三）主债务。
 *
 * @param order of the components, each once
 * @param acrossInstalments false: the oldest instalment whole, then the next; true: the first component of all
 *     instalments, oldest first, then the next component
 */
public record AllocationRule(List<Component> order, boolean acrossInstalments) {

    /** Costs, penalty, interest, principal; the oldest instalment first. */
    public static final AllocationRule DEFAULT = new AllocationRule(
            List.of(Component.COST, Component.PENALTY, Component.INTEREST, Component.PRINCIPAL), false);

    /** Refuses an order that names a component twice or leaves one out. */
    public AllocationRule {
        if (order.size() != Component.values().length || EnumSet.copyOf(order).size() != order.size()) {
            throw new IllegalArgumentException("each component once: " + order);
        }
        order = List.copyOf(order);
    }
}
