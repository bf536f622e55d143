package io.anju.contract.evidence.store;

import io.anju.contract.evidence.EvidenceLog.Leaf;
import io.anju.contract.evidence.EvidenceLog.SealedOpening;
import io.anju.contract.evidence.model.Hash;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The log's statements and how their rows are read. */
final class LogSql {
    static final String SUBMIT = "insert into evidence_pending (event_id, commitment) values ($1, decode($2, 'hex'))";

    static final String KEEP_OPENING = """
            insert into evidence_opening (event_id, type, contract_id, opening)
            values ($1, $2, cast(cast($3 as text) as uuid), decode($4, 'hex'))
            """;

    /** One writer at a time; the number is this log's own. */
    static final String LOCK = "select pg_try_advisory_xact_lock(7203341920)";

    static final String WAITING =
            "select position, event_id, commitment from evidence_pending order by position limit $1";

    static final String ADD_LEAVES = """
            insert into evidence_leaf (index, event_id, commitment)
            select $1::bigint + ordinality - 1, event_id, commitment
            from unnest($2::uuid[], $3::bytea[]) with ordinality as leaf (event_id, commitment, ordinality)
            """;

    static final String WRITE_TILES = """
            insert into evidence_tile (level, index, hashes)
            select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
            on conflict (level, index) do update set hashes = excluded.hashes
            """;

    static final String ADD_HEAD = "insert into evidence_head (size, root, note) values ($1, $2, $3)";

    static final String TAKEN = "delete from evidence_pending where position = any($1::bigint[])";

    static final String HEAD = "select size, root, note from evidence_head order by size desc limit 1";

    static final String TILES = """
            select level, index, hashes from evidence_tile
            join unnest($1::smallint[], $2::bigint[]) as wanted (level, index) using (level, index)
            """;

    static final String LEAVES =
            "select index, event_id, commitment from evidence_leaf where index >= $1 and index < $2 order by index";

    static final String LEAF = "select index, event_id, commitment from evidence_leaf where event_id = $1";

    static final String OPENINGS_OF_CONTRACT = """
            select o.event_id, o.type, o.opening from evidence_opening o join evidence_leaf l using (event_id)
            where o.contract_id = $1 order by l.index limit 1000
            """;

    static final String OPENINGS =
            "select event_id, type, opening from evidence_opening where event_id = any($1::uuid[])";

    private LogSql() {}

    static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    static Leaf leaf(Row row) {
        return new Leaf(row.getLong(0), row.getUUID(1), Hash.of(row.getBuffer(2).getBytes()));
    }

    static SealedOpening opening(Row row) {
        return new SealedOpening(
                row.getUUID(0), row.getString(1), row.getBuffer(2).getBytes());
    }
}
