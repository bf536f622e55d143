package io.anju.care.help;

import io.anju.care.help.Articles.Found;
import io.anju.care.help.Articles.Title;
import io.anju.care.help.model.Article;
import io.anju.care.help.model.Grams;
import io.anju.care.help.model.Ranking.Scored;
import io.anju.care.language.model.Language;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Use cases of the help centre; needs no outside model, and says so when it does not know. */
@ApplicationScoped
public class HelpCentre {

    private static final int CANDIDATES_MAX = 50;
    private static final int RELATED_MAX = 3;

    private final Articles articles;

    HelpCentre(Articles articles) {
        this.articles = articles;
    }

    public Uni<List<Title>> list(Tx tx, Language language) {
        return articles.list(tx, language);
    }

    public Uni<Optional<Article>> find(Tx tx, Language language, String id) {
        return articles.find(tx, language, id);
    }

    public Uni<HelpAnswer> answer(Tx tx, Language language, String question) {
        var grams = Grams.of(question);
        if (grams.isEmpty()) {
            return Uni.createFrom().item(new HelpAnswer(Optional.empty(), List.of()));
        }
        return articles.ranking(tx, language, grams)
                .flatMap(ranking -> articles.candidates(tx, language, grams, CANDIDATES_MAX)
                        .map(candidates -> answer(ranking.rank(grams, candidates))));
    }

    private static HelpAnswer answer(List<Scored<Found>> ranked) {
        var related = ranked.stream()
                .map(scored -> scored.passage().article())
                .distinct()
                .limit(RELATED_MAX)
                .toList();
        return new HelpAnswer(ranked.stream().findFirst().filter(Scored::sure), related);
    }
}
