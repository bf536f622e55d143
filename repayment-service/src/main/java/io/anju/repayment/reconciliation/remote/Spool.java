package io.anju.repayment.reconciliation.remote;

import io.anju.repayment.reconciliation.SettlementFile.Refused;
import io.anju.repayment.reconciliation.model.FileFault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.core.file.FileSystem;

/**
 * A file between the other side and the database: on this machine's disk, because it may be larger than its memory. Its name
 * is gone as soon as it is open, so that nothing of it outlives the process, however that ends.
 */
final class Spool {

    private static final int PIECE_BYTES = 65_536;

    private final AsyncFile file;
    private final long bytesMost;
    private long bytes;

    private Spool(AsyncFile file, long bytesMost) {
        this.file = file;
        this.bytesMost = bytesMost;
    }

    static Uni<Spool> open(FileSystem files, long bytesMost) {
        return files.createTempFile("anju-daily-file", ".csv")
                .flatMap(path -> files.open(path, new OpenOptions().setDeleteOnClose(true)))
                .map(file -> new Spool(file, bytesMost));
    }

    /** Adds a piece; one after the other. */
    Uni<Void> add(Buffer piece) {
        long at = bytes;
        bytes += piece.length();
        if (bytes > bytesMost) {
            throw new Refused(new FileFault.TooLong(bytesMost));
        }
        return file.write(piece, at);
    }

    /** All of it, from the beginning, as often as it is asked for and no faster than it is used. */
    Multi<Buffer> read() {
        int pieces = Math.toIntExact((bytes + PIECE_BYTES - 1) / PIECE_BYTES);
        return Multi.createFrom()
                .range(0, pieces)
                .onItem()
                .transformToUniAndConcatenate(piece -> read((long) piece * PIECE_BYTES));
    }

    private Uni<Buffer> read(long from) {
        int length = (int) Math.min(PIECE_BYTES, bytes - from);
        return file.read(Buffer.buffer(length), 0, from, length);
    }

    Uni<Void> close() {
        return file.close();
    }
}
