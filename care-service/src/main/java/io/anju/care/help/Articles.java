package io.anju.care.help;

import io.anju.care.help.model.Article;
import io.anju.care.help.model.Passage;
import io.anju.care.help.model.Ranking;
import io.anju.care.help.model.Ranking.Candidate;
import io.anju.care.language.model.Language;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where articles are kept and looked for. */
public interface Articles {

    /** An article by name. */
    record Title(String id, int version, String title) {}

    /** A passage with the article it belongs to. */
    record Found(Title article, Passage passage) {}

    /** All of them, by id. */
    Uni<List<Title>> list(Tx tx, Language language);

    Uni<Optional<Article>> find(Tx tx, Language language, String id);

    /** Passages that share at least one gram with the question, those that share most first. */
    Uni<List<Candidate<Found>>> candidates(Tx tx, Language language, Set<String> question, int limit);

    /** How many passages there are and how many hold each gram. */
    Uni<Ranking> ranking(Tx tx, Language language, Set<String> question);
}
