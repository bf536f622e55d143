package io.anju.contract.evidence.store;

import io.anju.contract.evidence.EvidenceLog;
import io.anju.contract.evidence.model.Growth;
import io.anju.contract.evidence.model.Hash;
import io.anju.contract.evidence.model.MerkleTree;
import io.anju.contract.evidence.model.SignedNote;
import io.anju.contract.evidence.model.Tile;
import io.anju.contract.evidence.model.Tiles;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
// Arrays in a tuple are handed to the client as they are, so they hold its own buffers and not Mutiny's.
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log in PostgreSQL; the SQL is in {@link LogSql}. */
@ApplicationScoped
class PgEvidenceLog implements EvidenceLog {
    private final Pool pool;

    PgEvidenceLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> submit(Tx tx, Submission submission) {
        HexFormat hex = HexFormat.of();
        return tx.update(
                        LogSql.SUBMIT,
                        submission.eventId(),
                        submission.commitment().hex())
                .chain(() -> tx.update(
                        LogSql.KEEP_OPENING,
                        submission.eventId(),
                        submission.type(),
                        text(submission.contractId()),
                        text(submission.customerId()),
                        hex.formatHex(submission.opening())))
                .replaceWithVoid();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public Uni<Set<String>> end(Tx tx, UUID customerId, String item, Instant at) {
        return tx.update(LogSql.END_ITEM, customerId, item, at)
                .chain(() -> tx.select(LogSql.ENDED_ITEMS, customerId))
                .map(rows -> rows.stream().map(row -> (String) row[0]).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Uni<Void> empty(Tx tx, UUID customerId, Collection<String> types) {
        return tx.update(LogSql.EMPTY, customerId, String.join("%,", types) + "%")
                .replaceWithVoid();
    }

    private record Waiting(Long[] positions, UUID[] eventIds, Buffer[] commitments, List<Hash> leaves) {}

    @Override
    public Uni<Integer> sequence(int batch, BiFunction<Long, Hash, SignedNote> sign) {
        return pool.withTransaction(connection -> connection
                .query(LogSql.LOCK)
                .execute()
                .flatMap(locked -> locked.iterator().next().getBoolean(0)
                        ? waiting(connection, batch).flatMap(waiting -> grow(connection, waiting, sign))
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Waiting> waiting(SqlConnection connection, int batch) {
        return connection.preparedQuery(LogSql.WAITING).execute(Tuple.of(batch)).map(rows -> {
            int count = rows.size();
            Waiting waiting =
                    new Waiting(new Long[count], new UUID[count], new Buffer[count], new java.util.ArrayList<>(count));
            int i = 0;
            for (var row : rows) {
                waiting.positions()[i] = row.getLong(0);
                waiting.eventIds()[i] = row.getUUID(1);
                waiting.commitments()[i] = row.getBuffer(2).getDelegate();
                waiting.leaves().add(Hash.leaf(row.getBuffer(2).getBytes()));
                i++;
            }
            return waiting;
        });
    }

    private static Uni<Integer> grow(
            SqlConnection connection, Waiting waiting, BiFunction<Long, Hash, SignedNote> sign) {
        if (waiting.leaves().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return head(connection).flatMap(found -> {
            long size = found.map(Head::size).orElse(0L);
            return tiles(connection, Growth.edge(size)).flatMap(edge -> {
                requireUnchanged(found, edge);
                Growth.Grown grown = Growth.append(size, edge, waiting.leaves());
                return keep(connection, size, waiting, grown, sign.apply(grown.size(), grown.root()));
            });
        });
    }

    /** Never sign on top of what is not what was signed before. */
    private static void requireUnchanged(Optional<Head> head, List<Tile> edge) {
        if (head.isPresent()) {
            Hash root = new MerkleTree(new Tiles(edge)).root(head.get().size());
            if (!root.equals(head.get().root())) {
                throw new IllegalStateException(
                        "the evidence log was changed behind our back: its tiles no longer lead to the signed head of size "
                                + head.get().size());
            }
        }
    }

    private static Uni<Integer> keep(
            SqlConnection connection, long from, Waiting waiting, Growth.Grown grown, SignedNote note) {
        List<Tile> tiles = grown.tiles();
        Tuple written = Tuple.of(
                tiles.stream().map(tile -> (short) tile.id().level()).toArray(Short[]::new),
                tiles.stream().map(tile -> tile.id().index()).toArray(Long[]::new),
                tiles.stream().map(tile -> Buffer.buffer(tile.hashes())).toArray(Buffer[]::new));
        return connection
                .preparedQuery(LogSql.ADD_LEAVES)
                .execute(Tuple.of(from, waiting.eventIds(), waiting.commitments()))
                .chain(() -> connection.preparedQuery(LogSql.WRITE_TILES).execute(written))
                .chain(() -> connection
                        .preparedQuery(LogSql.ADD_HEAD)
                        .execute(Tuple.of(
                                grown.size(), Buffer.buffer(grown.root().bytes()), note.encode())))
                .chain(() -> connection.preparedQuery(LogSql.TAKEN).execute(Tuple.of((Object) waiting.positions())))
                .replaceWith(waiting.leaves().size());
    }

    @Override
    public Uni<Optional<Head>> findHead() {
        return head(pool);
    }

    @Override
    public Uni<List<Tile>> listTiles(Collection<Tile.Id> ids) {
        return tiles(pool, ids);
    }

    private static Uni<Optional<Head>> head(SqlClient client) {
        return client.preparedQuery(LogSql.HEAD)
                .execute()
                .map(rows -> LogSql.stream(rows)
                        .map(row -> new Head(
                                row.getLong(0), Hash.of(row.getBuffer(1).getBytes()), row.getString(2)))
                        .findFirst());
    }

    private static Uni<List<Tile>> tiles(SqlClient client, Collection<Tile.Id> ids) {
        Short[] levels = ids.stream().map(id -> (short) id.level()).toArray(Short[]::new);
        Long[] indexes = ids.stream().map(Tile.Id::index).toArray(Long[]::new);
        return client.preparedQuery(LogSql.TILES)
                .execute(Tuple.of(levels, indexes))
                .map(rows -> LogSql.stream(rows)
                        .map(row -> new Tile(
                                new Tile.Id(row.getShort(0), row.getLong(1)),
                                row.getBuffer(2).getBytes()))
                        .toList());
    }

    @Override
    public Uni<List<Leaf>> listLeaves(long from, long to) {
        return pool.preparedQuery(LogSql.LEAVES)
                .execute(Tuple.of(from, to))
                .map(rows -> LogSql.stream(rows).map(LogSql::leaf).toList());
    }

    @Override
    public Uni<Optional<Leaf>> findLeaf(UUID eventId) {
        return pool.preparedQuery(LogSql.LEAF)
                .execute(Tuple.of(eventId))
                .map(rows -> LogSql.stream(rows).map(LogSql::leaf).findFirst());
    }

    @Override
    public Uni<Optional<UUID>> findEvent(UUID contractId, String type) {
        return pool.preparedQuery(LogSql.EVENT_OF_CONTRACT)
                .execute(Tuple.of(contractId, type))
                .map(rows -> LogSql.stream(rows).map(row -> row.getUUID(0)).findFirst());
    }

    @Override
    public Uni<List<SealedOpening>> listOpenings(UUID contractId) {
        return pool.preparedQuery(LogSql.OPENINGS_OF_CONTRACT)
                .execute(Tuple.of(contractId))
                .map(rows -> LogSql.stream(rows).map(LogSql::opening).toList());
    }

    @Override
    public Uni<List<SealedOpening>> listOpenings(Collection<UUID> eventIds) {
        return pool.preparedQuery(LogSql.OPENINGS)
                .execute(Tuple.of((Object) eventIds.toArray(UUID[]::new)))
                .map(rows -> LogSql.stream(rows).map(LogSql::opening).toList());
    }
}
