package io.anju.care.help.store;

import io.anju.care.help.ArticleTexts;
import io.anju.care.help.model.Article;
import io.anju.care.help.model.Grams;
import io.anju.care.help.model.Passage;
import io.anju.care.language.model.Language;
import io.anju.kit.failure.SurvivedFailures;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the articles that come with the service into the database, where they are searched. Several replicas that start
 * together do it one after the other; a replica with older texts leaves newer ones alone.
 */
@ApplicationScoped
class ArticlesAtStart {

    private record Text(Language language, Article article) {}

    private final Pool pool;
    private final SurvivedFailures failures;

    ArticlesAtStart(Pool pool, SurvivedFailures failures) {
        this.pool = pool;
        this.failures = failures;
    }

    void start(@Observes StartupEvent event) {
        var texts = Arrays.stream(Language.values())
                .flatMap(language -> ArticleTexts.load(language).stream().map(article -> new Text(language, article)))
                .toList();
        failures.want("keeping the help articles", pool.withTransaction(connection -> putAll(connection, texts)));
    }

    private static Uni<Void> putAll(SqlConnection connection, List<Text> texts) {
        var done = connection
                .query("select 1 from pg_advisory_xact_lock(7003, 0)")
                .execute()
                .replaceWithVoid();
        for (var text : texts) {
            done = done.chain(() -> put(connection, text));
        }
        return done;
    }

    private static Uni<Void> put(SqlConnection connection, Text text) {
        return connection
                .preparedQuery("""
                        insert into help_article (id, language, version, title) values ($1, $2, $3, $4)
                        on conflict (id, language) do update set version = excluded.version, title = excluded.title
                        where help_article.version < excluded.version
                        """)
                .execute(Tuple.of(
                        text.article().id(),
                        text.language().name(),
                        text.article().version(),
                        text.article().title()))
                .flatMap(written -> written.rowCount() == 1
                        ? putPassages(connection, text)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> putPassages(SqlConnection connection, Text text) {
        var rows = text.article().passages().stream()
                .map(passage -> row(text, passage))
                .toList();
        return connection
                .preparedQuery("delete from help_passage where article_id = $1 and language = $2")
                .execute(Tuple.of(text.article().id(), text.language().name()))
                .flatMap(cleared -> connection
                        .preparedQuery("insert into help_passage values ($1, $2, $3, $4, $5, $6)")
                        .executeBatch(rows))
                .replaceWithVoid();
    }

    private static Tuple row(Text text, Passage passage) {
        var findable = text.article().title() + "\n" + passage.heading() + "\n" + passage.body();
        return Tuple.tuple()
                .addString(text.article().id())
                .addString(text.language().name())
                .addInteger(passage.number())
                .addString(passage.heading())
                .addString(passage.body())
                .addArrayOfString(Grams.of(findable).toArray(String[]::new));
    }
}
