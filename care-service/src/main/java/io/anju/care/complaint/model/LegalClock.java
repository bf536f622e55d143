package io.anju.care.complaint.model;

import io.anju.kernel.calendar.BusinessDays;
import java.time.LocalDate;

/**
 * By when a complaint must be answered.
 *
 * <p>银行业保险业消费投诉处理管理办法: 15 days; up to 30 where the matter is complex; 30 more with approval. Days count
 * from the day of receipt. Example: received on 2026-09-16, the fifteenth day is 1 October, a holiday until the 7th;
 * the answer is due on 8 October (民法典 203).
 *
 * @param firstDays days for a clear matter
 * @param complexDays days in all for a complex one
 * @param moreDays days on top, once approved
 */
public record LegalClock(int firstDays, int complexDays, int moreDays, BusinessDays calendar) {

    public LocalDate first(LocalDate received) {
        return calendar.onOrAfter(received.plusDays(firstDays));
    }

    public LocalDate complex(LocalDate received) {
        return calendar.onOrAfter(received.plusDays(complexDays));
    }

    public LocalDate more(LocalDate received) {
        return calendar.onOrAfter(received.plusDays(complexDays).plusDays(moreDays));
    }
}
