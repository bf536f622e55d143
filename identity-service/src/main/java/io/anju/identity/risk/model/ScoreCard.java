package io.anju.identity.risk.model;

import static io.anju.identity.risk.model.Variable.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The score: points for each unusual circumstance, added up. A feature looks at a few variables and gives more the more
 * unusual they are, never less, so that anybody can say why a score is what it is. Its points are our judgement, not a
 * trained model's, and are changed with a new {@link #VERSION}.
 */
public final class ScoreCard {

    /** Kept with each decision. */
    public static final int VERSION = 1;

    private static final int DAY = 24;
    private static final int THREE_DAYS = 72;

    private interface Points {
        long of(Reader read);
    }

    private record Feature(String name, Points points) {}

    /** The variables, typed. */
    private record Reader(Map<String, Object> values) {

        long number(Variable variable) {
            return (Long) values.getOrDefault(variable.word(), variable.unknown());
        }

        boolean flag(Variable variable) {
            return (Boolean) values.getOrDefault(variable.word(), variable.unknown());
        }
    }

    private static final List<Feature> FEATURES = List.of(
            new Feature("failures", read -> upTo(30, 3 * atLeastZero(read.number(FAILURES)))),
            new Feature("failuresOfDevice", read -> upTo(20, 2 * atLeastZero(read.number(FAILURES_DEVICE)))),
            new Feature("failuresOfAddress", read -> upTo(10, read.number(FAILURES_ADDRESS) / 20)),
            new Feature("failuresOfNetwork", read -> upTo(5, read.number(FAILURES_PREFIX) / 100)),
            new Feature("newDevice", read -> read.flag(NEW_DEVICE) ? 15 : 0),
            new Feature("newPlace", read -> read.flag(NEW_PLACE) ? 10 : 0),
            new Feature("listedDevice", read -> read.flag(LISTED_DEVICE) ? 40 : 0),
            new Feature("listedAddress", read -> read.flag(LISTED_ADDRESS) ? 20 : 0),
            new Feature("offHours", read -> read.flag(MOVES_MONEY) && read.flag(OFF_HOURS) ? 10 : 0),
            new Feature("largeAmount", ScoreCard::largeAmount),
            new Feature("moreThanUsual", read -> upTo(15, atLeastZero(read.number(AMOUNT_PERCENT) - 100) / 40)),
            new Feature("manyActs", read -> upTo(20, read.number(ACTS_HOUR) - 10)),
            new Feature("manyActsToday", read -> upTo(10, (read.number(ACTS_DAY) - 40) / 4)),
            new Feature("youngPasskey", ScoreCard::youngPasskey),
            new Feature("phoneChanged", read -> within(THREE_DAYS, read.number(PHONE_CHANGED_HOURS)) ? 15 : 0),
            new Feature("cardChanged", read -> within(DAY, read.number(CARD_CHANGED_HOURS)) ? 5 : 0));

    private ScoreCard() {}

    static Score score(Map<String, Object> values) {
        var read = new Reader(values);
        var contributions = new LinkedHashMap<String, Integer>();
        for (Feature feature : FEATURES) {
            int points = (int) atLeastZero(feature.points().of(read));
            if (points > 0) {
                contributions.put(feature.name(), points);
            }
        }
        return new Score(contributions);
    }

    private static int largeAmount(Reader read) {
        long amount = read.number(AMOUNT);
        return amount >= 0 && amount >= read.number(LARGE_AMOUNT) ? 10 : 0;
    }

    /** A passkey of today on an account that is older. */
    private static int youngPasskey(Reader read) {
        long passkey = read.number(PASSKEY_HOURS);
        return within(DAY, passkey) && read.number(ACCOUNT_HOURS) - passkey >= DAY ? 10 : 0;
    }

    private static boolean within(int hours, long age) {
        return age >= 0 && age < hours;
    }

    private static long upTo(int most, long points) {
        return Math.min(most, points);
    }

    private static long atLeastZero(long points) {
        return Math.max(0, points);
    }
}
