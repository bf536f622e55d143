package io.anju.identity.risk.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The words of the rules' conditions: all of them, and what each says of the signals. A condition with another word is
 * refused, so what is not here cannot enter any decision.
 */
public enum Variable {
    ACT("act", Kind.TEXT, signals -> signals.act().name()),
    MOVES_MONEY("movesMoney", Kind.FLAG, signals -> signals.act().movesMoney()),
    OFFICER_RELEASES("officerReleases", Kind.FLAG, signals -> signals.act().officerReleases()),
    AMOUNT("amount", Kind.NUMBER, signals -> signals.amount().fen()),
    AMOUNT_PROVEN("amountProven", Kind.FLAG, signals -> signals.amount() instanceof Amount.Proven),
    AMOUNT_PERCENT(
            "amountPercentOfLargest", Kind.NUMBER, signals -> signals.amount().percentOfLargest()),
    LARGE_AMOUNT("largeAmount", Kind.NUMBER, signals -> signals.act().large()),
    HOUR("hour", Kind.NUMBER, signals -> (long) signals.hour()),
    OFF_HOURS("offHours", Kind.FLAG, Signals::offHours),
    FAILURES("failures24h", Kind.NUMBER, signals -> (long) signals.failures().person()),
    FAILURES_DEVICE("failuresDevice24h", Kind.NUMBER, signals ->
            (long) signals.failures().device()),
    FAILURES_ADDRESS("failuresAddress24h", Kind.NUMBER, signals ->
            (long) signals.failures().address()),
    FAILURES_PREFIX("failuresPrefix24h", Kind.NUMBER, signals ->
            (long) signals.failures().prefix()),
    NEW_DEVICE("newDevice", Kind.FLAG, signals -> signals.whereabouts().newDevice()),
    NEW_PLACE("newPlace", Kind.FLAG, signals -> signals.whereabouts().newPlace()),
    LISTED_DEVICE("listedDevice", Kind.FLAG, signals -> signals.whereabouts().listedDevice()),
    LISTED_ADDRESS("listedAddress", Kind.FLAG, signals -> signals.whereabouts().listedAddress()),
    LISTED_PHONE("listedPhone", Kind.FLAG, signals -> signals.whereabouts().listedPhone()),
    ACTS_HOUR("acts1h", Kind.NUMBER, signals -> (long) signals.velocity().lastHour()),
    ACTS_DAY("acts24h", Kind.NUMBER, signals -> (long) signals.velocity().lastDay()),
    ACCOUNT_HOURS("accountHours", Kind.NUMBER, signals -> (long) signals.ages().account()),
    PASSKEY_HOURS("passkeyHours", Kind.NUMBER, signals -> (long) signals.ages().passkey()),
    PASSKEY_BACKUP_HOURS(
            "passkeyBackupHours", Kind.NUMBER, signals -> (long) signals.ages().passkeyBackup()),
    PHONE_CHANGED_HOURS(
            "phoneChangedHours", Kind.NUMBER, signals -> (long) signals.ages().phoneChanged()),
    CARD_CHANGED_HOURS(
            "cardChangedHours", Kind.NUMBER, signals -> (long) signals.ages().cardChanged());

    /** The word for the score, which rules can use beside the signals. */
    public static final String SCORE = "score";

    /** What a variable can be. */
    public enum Kind {
        TEXT,
        /** Whole numbers, 64 bits. */
        NUMBER,
        FLAG
    }

    /** A word that conditions can use. */
    public record Word(String word, Kind kind) {}

    /** Every word that conditions can use: the variables and the score. */
    public static List<Word> words() {
        return Stream.concat(
                        Arrays.stream(values()).map(variable -> new Word(variable.word, variable.kind)),
                        Stream.of(new Word(SCORE, Kind.NUMBER)))
                .toList();
    }

    private final String word;
    private final Kind kind;
    private final Function<Signals, Object> of;

    Variable(String word, Kind kind, Function<Signals, Object> of) {
        this.word = word;
        this.kind = kind;
        this.of = of;
    }

    /** As it stands in conditions and in stored decisions. */
    public String word() {
        return word;
    }

    public Kind kind() {
        return kind;
    }

    Object of(Signals signals) {
        return of.apply(signals);
    }

    /** What a decision from before the variable existed is taken to have said. */
    public Object unknown() {
        return switch (kind) {
            case TEXT -> "";
            case NUMBER -> Amount.UNKNOWN;
            case FLAG -> false;
        };
    }
}
