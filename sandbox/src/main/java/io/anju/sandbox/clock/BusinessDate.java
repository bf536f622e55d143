package io.anju.sandbox.clock;

import io.anju.sandbox.journal.Journal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The date that the business lives in: the calendar's in Shanghai until somebody moves it, then the one it was moved to. */
public final class BusinessDate {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private record Moved(LocalDate date) {}

    private final InstantSource time;
    private final Journal.Facts<Moved> moves;
    private @Nullable LocalDate moved;

    /** A date that remembers its moves. */
    public BusinessDate(InstantSource time, Journal journal) {
        this.time = time;
        this.moves = journal.facts("clock.moved", Moved.class, fact -> moved = fact.date());
    }

    /** The business date. */
    public LocalDate today() {
        return moved != null ? moved : time.instant().atZone(SHANGHAI).toLocalDate();
    }

    /** Moves it; from here on it stands still until it is moved again. */
    public void move(LocalDate date) {
        if (!date.equals(moved)) {
            moves.add(new Moved(date));
        }
    }
}
