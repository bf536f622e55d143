package io.anju.kit.openapi;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says of every amount of money what it is counted in. Money is a {@code long} of fen and nothing else (see
 * CONTRIBUTING.md, Fen), but not every {@code long} is money: an amount is known by the last word of its name.
 */
final class Units {

    private static final String FEN = "Fen";

    /** Last words of names, in lower case, under which there is nothing but money. */
    private static final Set<String> MONEY = Set.of(
            "amount",
            "balance",
            "compensation",
            "cost",
            "costs",
            "credit",
            "debit",
            "difference",
            "funds",
            "instalment",
            "interest",
            "limit",
            "monthly",
            "overdue",
            "owed",
            "paid",
            "payment",
            "penalty",
            "price",
            "principal",
            "saved",
            "suspense",
            "total",
            "used");

    private Units() {}

    /** Adds the unit to the fields of an object that have no words of their own. */
    static void show(Schema object) {
        if (object.getProperties() != null) {
            object.getProperties().forEach((name, field) -> {
                if (isLong(field) && field.getDescription() == null && isMoney(name)) {
                    field.setDescription(FEN);
                }
            });
        }
    }

    static boolean isMoney(String name) {
        String[] words = name.split("(?=[A-Z])");
        return MONEY.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
    }

    private static boolean isLong(Schema field) {
        return "int64".equals(field.getFormat())
                && field.getType() != null
                && field.getType().contains(SchemaType.INTEGER);
    }
}
