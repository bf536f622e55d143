package io.anju.repayment.prepayment.model;

import io.anju.kernel.schedule.Outlook;
import java.util.List;
import java.util.Optional;

/**
 * Every way of repaying an amount early, side by side.
 *
 * @param unchanged what is to come without it
 * @param choices one for each way
 */
public record Offer(Outlook unchanged, List<Choice> choices) {

    /**
     * @param outlook what is to come with it; empty when nothing is
     */
    public record Choice(Quote quote, Optional<Outlook> outlook) {}

    public Offer {
        choices = List.copyOf(choices);
    }
}
