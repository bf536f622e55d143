package io.anju.care.help;

import io.anju.care.help.Articles.Found;
import io.anju.care.help.Articles.Title;
import io.anju.care.help.model.Ranking.Scored;
import java.util.List;
import java.util.Optional;

/**
 * What the help centre knows about a question.
 *
 * @param best the passage that answers it; empty when none does well enough, and then a human is offered
 * @param related articles worth a look, the best first
 */
public record HelpAnswer(Optional<Scored<Found>> best, List<Title> related) {

    public HelpAnswer {
        related = List.copyOf(related);
    }
}
