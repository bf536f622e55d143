package io.anju.care.help.store;

import io.anju.care.help.Articles;
import io.anju.care.help.model.Article;
import io.anju.care.help.model.Grams;
import io.anju.care.help.model.Passage;
import io.anju.care.help.model.Ranking;
import io.anju.care.help.model.Ranking.Candidate;
import io.anju.care.language.model.Language;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain SQL, since PostgreSQL's arrays and their index do the finding; grams travel joined by spaces. */
@ApplicationScoped
class SqlArticles implements Articles {

    @Override
    public Uni<List<Title>> list(Tx tx, Language language) {
        return tx.select("select id, version, title from help_article where language = $1 order by id", language.name())
                .map(rows -> rows.stream().map(row -> title(row, 0)).toList());
    }

    @Override
    public Uni<Optional<Article>> find(Tx tx, Language language, String id) {
        return tx.select("""
                        select a.id, a.version, a.title, p.number, p.heading, p.body
                        from help_article a join help_passage p on p.article_id = a.id and p.language = a.language
                        where a.language = $1 and a.id = $2 order by p.number
                        """, language.name(), id)
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(article(rows)));
    }

    private static Article article(List<@Nullable Object[]> rows) {
        var title = title(rows.getFirst(), 0);
        var passages = rows.stream().map(row -> passage(row, 3)).toList();
        return new Article(title.id(), title.version(), title.title(), passages);
    }

    @Override
    public Uni<List<Candidate<Found>>> candidates(Tx tx, Language language, Set<String> question, int limit) {
        return tx.select("""
                        select a.id, a.version, a.title, p.number, p.heading, p.body, array_to_string(p.grams, ' ')
                        from help_passage p join help_article a on a.id = p.article_id and a.language = p.language
                        where p.language = $1 and p.grams && string_to_array($2, ' ')
                        order by (
                            select count(*) from unnest(string_to_array($2, ' ')) asked (gram)
                            where asked.gram = any (p.grams)) desc, a.id, p.number
                        limit $3
                        """, language.name(), String.join(" ", question), limit)
                .map(rows -> rows.stream().map(SqlArticles::candidate).toList());
    }

    private static Candidate<Found> candidate(@Nullable Object[] row) {
        var article = title(row, 0);
        var passage = passage(row, 3);
        return new Candidate<>(
                new Found(article, passage),
                Set.of(String.valueOf(row[6]).split(" ")),
                Grams.of(article.title() + "\n" + passage.heading()));
    }

    @Override
    public Uni<Ranking> ranking(Tx tx, Language language, Set<String> question) {
        return tx.select("""
                        select asked.gram, (select count(*) from help_passage p
                                where p.language = $1 and p.grams @> array[asked.gram]),
                            (select count(*) from help_passage p where p.language = $1)
                        from unnest(string_to_array($2, ' ')) asked (gram)
                        """, language.name(), String.join(" ", question)).map(SqlArticles::ranking);
    }

    private static Ranking ranking(List<@Nullable Object[]> rows) {
        var holders = rows.stream().collect(Collectors.toMap(row -> String.valueOf(row[0]), row -> number(row[1])));
        return new Ranking(rows.isEmpty() ? 0 : number(rows.getFirst()[2]), holders);
    }

    private static Title title(@Nullable Object[] row, int from) {
        return new Title(String.valueOf(row[from]), number(row[from + 1]), String.valueOf(row[from + 2]));
    }

    private static Passage passage(@Nullable Object[] row, int from) {
        return new Passage(number(row[from]), String.valueOf(row[from + 1]), String.valueOf(row[from + 2]));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
