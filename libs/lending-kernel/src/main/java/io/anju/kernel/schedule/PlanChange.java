package io.anju.kernel.schedule;

import java.time.LocalDate;

/**
 * Another plan for what is outstanding, agreed in the running period. None of them touches the interest that the period
 * has gathered, since principal and rate stay; the next instalment is the first of the new plan.
 *
 * <p>Worked examples, 1,000,000.00 yuan at 3.5 % over 360 months after 60 of them, 896,970.52 outstanding in 300
 * instalments of 4,490.45: over 360 instead 4,027.80; 12 months' relief, 2,616.16 each, and then 288 of 4,607.86; equal
 * principal 2,989.90 and the interest.
 */
public sealed interface PlanChange {

    /**
     * Another way of repaying. The number of instalments stays; so do periods of interest alone that are left, except
     * for a bullet, which is nothing but them.
     *
     * @param method one that repays; interest alone at the start is a {@link Relief}
     */
    record MethodTo(Method method) implements PlanChange {}

    /**
     * A longer or a shorter term: the level is recomputed over it.
     *
     * @param instalmentsLeft all that are to come
     */
    record TermTo(int instalmentsLeft) implements PlanChange {}

    /**
     * Interest alone for some instalments (宽限, temporary relief), then the level recomputed over those that are left.
     * The term stays; a longer one is a {@link TermTo} besides.
     *
     * @param instalments of interest alone, the next one being the first
     */
    record Relief(int instalments) implements PlanChange {}

    /**
     * Another due day. The running period ends on another date and is a broken one: its interest is that of its actual
     * days, its principal that of a whole period, and those after it are whole again. What a split has gathered in it
     * before, by {@link SplitPeriod}, stays as it was gathered.
     *
     * @param nextDue when the next instalment falls due instead
     * @param dueDay from then on, 1 to 31
     */
    record DueDayTo(LocalDate nextDue, int dueDay) implements PlanChange {}
}
