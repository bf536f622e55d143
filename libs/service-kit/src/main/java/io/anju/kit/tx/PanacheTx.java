package io.anju.kit.tx;

import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A transaction in a session of Hibernate Reactive; Panache's entities take part in it by themselves. */
public record PanacheTx(Mutiny.Session session) implements Tx {

    private static final Pattern POSITION = Pattern.compile("\\$(\\d+)");

    @Override
    public Uni<List<@Nullable Object[]>> select(String sql, @Nullable Object... args) {
        var query = session.createNativeQuery(hibernateStyle(sql));
        for (int i = 0; i < args.length; i++) {
            query.setParameter(i + 1, args[i]);
        }
        return query.getResultList()
                .map(rows -> rows.stream().map(PanacheTx::columns).toList());
    }

    @Override
    public Uni<Integer> update(String sql, @Nullable Object... args) {
        var query = session.createNativeQuery(hibernateStyle(sql));
        for (int i = 0; i < args.length; i++) {
            query.setParameter(i + 1, args[i]);
        }
        return query.executeUpdate();
    }

    private static String hibernateStyle(String sql) {
        return POSITION.matcher(sql).replaceAll("?$1");
    }

    /** Hibernate gives a row of one column as the bare value. */
    private static @Nullable Object[] columns(@Nullable Object row) {
        var columns = row instanceof Object[] several ? several.clone() : new @Nullable Object[] {row};
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] instanceof OffsetDateTime time) {
                columns[i] = time.toInstant();
            }
        }
        return columns;
    }
}
