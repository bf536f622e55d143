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
            insert into evidence_opening (event_id, type, contract_id, customer_id, opening)
            values ($1, $2, cast(cast($3 as text) as uuid), cast(cast($4 as text) as uuid), decode($5, 'hex'))
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
            where o.contract_id = $1 and length(o.opening) > 0 order by l.index limit 1000
            """;

    static final String EVENT_OF_CONTRACT = """
            select o.event_id from evidence_opening o join evidence_leaf l using (event_id)
            where o.contract_id = $1 and o.type = $2 order by l.index limit 1
            """;

    static final String END_ITEM = """
            insert into evidence_item_ended (customer_id, item, ended_at) values ($1, $2, $3) on conflict do nothing
            """;

    static final String ENDED_ITEMS = "select item from evidence_item_ended where customer_id = $1";

    /** Facts of the version before do not say whose they are, but which contract they are about. */
    static final String EMPTY = """
            update evidence_opening set opening = '', customer_id = null
            where (customer_id = $1
                or (customer_id is null and contract_id in (select id from contract where customer_id = $1)))
            and type like any (string_to_array($2, ',')) and length(opening) > 0
            and type not in ('anju.customer.erased.v1', 'anju.customer.retention-ended.v1')
            """;

    static final String OPENINGS =
            "select event_id, type, opening from evidence_opening where event_id = any($1::uuid[]) and length(opening) > 0";

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
