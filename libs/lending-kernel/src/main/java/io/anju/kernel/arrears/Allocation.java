package io.anju.kernel.arrears;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a payment is used.
 *
 * <p>Worked example by the default rule: 5,000.00 paid towards instalment 7 (penalty 10.00, interest 2,900.00, principal
 * 1,590.45) and instalment 8 (interest 2,895.00, principal 1,595.45) pays 7 whole, 4,500.45, and 499.55 of 8's interest.
 *
 * @param parts what went where, in order, none of them 0
 * @param left of the payment when nothing more is owed, fen
 */
public record Allocation(List<Part> parts, long left) {

    /**
     * One use of the payment.
     *
     * @param number of the instalment
     * @param amount fen
     */
    public record Part(int number, Component component, long amount) {}

    /** Copies the list. */
    public Allocation {
        parts = List.copyOf(parts);
    }

    /**
     * Uses a payment for what is owed.
     *
     * @param payment fen, not negative
     * @param owed in any order
     */
    public static Allocation of(long payment, List<Owed> owed, AllocationRule rule) {
        if (payment < 0) {
            throw new IllegalArgumentException("a negative payment: " + payment);
        }
        List<Part> parts = new ArrayList<>();
        long left = payment;
        for (Part claim : inOrder(owed, rule)) {
            long used = Math.min(left, claim.amount());
            if (used > 0) {
                parts.add(new Part(claim.number(), claim.component(), used));
                left -= used;
            }
        }
        return new Allocation(parts, left);
    }

    private static List<Part> inOrder(List<Owed> owed, AllocationRule rule) {
        List<Owed> oldestFirst =
                owed.stream().sorted(Comparator.comparingInt(Owed::number)).toList();
        List<Part> claims = new ArrayList<>();
        if (rule.acrossInstalments()) {
            for (Component component : rule.order()) {
                oldestFirst.forEach(debt -> claims.add(claim(debt, component)));
            }
        } else {
            for (Owed debt : oldestFirst) {
                rule.order().forEach(component -> claims.add(claim(debt, component)));
            }
        }
        return claims;
    }

    private static Part claim(Owed debt, Component component) {
        return new Part(debt.number(), component, debt.of(component));
    }

    /** How much of the payment went to a component, over all instalments, fen. */
    public long to(Component component) {
        return parts.stream()
                .filter(part -> part.component() == component)
                .mapToLong(Part::amount)
                .sum();
    }

    /** How much of the payment went to an instalment, fen. */
    public long to(int number) {
        return parts.stream()
                .filter(part -> part.number() == number)
                .mapToLong(Part::amount)
                .sum();
    }
}
