package io.anju.sandbox.rail;

import io.anju.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Settled transactions, in a file that is made anew at each start and gone at the end, so that a million of them cost
 * some 30 MB of memory: per transaction its place in the file, once by reference and once by business date.
 */
final class Archive {

    /** Places in the file, in the order in which they were added. */
    private static final class Places {
        private long[] places = new long[64];
        private int count;

        void add(long place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = place;
        }
    }

    private static final int LENGTH_BYTES = 4;

    private final FileChannel file;
    private final Map<LocalDate, Places> settledOn = new HashMap<>();
    // Open addressing: a reference's hash says where to look first; 0 is no place, hence places count from 1.
    private long[] table = new long[1 << 12];
    private int count;
    private long end = 1;

    Archive() {
        try {
            var path = Files.createTempFile("anju-rail", ".jsonl");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return count;
    }

    /** Keeps a settled transaction under its reference and date. */
    void add(Transaction settled, LocalDate date) {
        long place = write(Json.bytes(settled));
        settledOn.computeIfAbsent(date, none -> new Places()).add(place);
        count++;
        if (2 * count > table.length) {
            grow();
        }
        put(settled.order().reference(), place);
    }

    Optional<Transaction> find(String reference) {
        for (int i = slot(reference); table[i] != 0; i = next(i)) {
            var found = read(table[i]);
            if (found.order().reference().equals(reference)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** What was settled on a business date, in the order it was settled, read as it is asked for. */
    Iterator<Transaction> settledOn(LocalDate date) {
        var places = settledOn.getOrDefault(date, new Places());
        return IntStream.range(0, places.count)
                .mapToObj(i -> read(places.places[i]))
                .iterator();
    }

    /** How many were settled on a business date. */
    int countSettledOn(LocalDate date) {
        return settledOn.getOrDefault(date, new Places()).count;
    }

    private void grow() {
        table = new long[2 * table.length];
        settledOn.values().forEach(places -> {
            for (int i = 0; i < places.count; i++) {
                put(read(places.places[i]).order().reference(), places.places[i]);
            }
        });
    }

    private void put(String reference, long place) {
        int i = slot(reference);
        while (table[i] != 0) {
            i = next(i);
        }
        table[i] = place;
    }

    /** From 64 bits of a name-based UUID: the references of one loan differ in a digit only. */
    private int slot(String reference) {
        long hash = UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits();
        return (int) (hash & (table.length - 1));
    }

    private int next(int i) {
        return (i + 1) & (table.length - 1);
    }

    private long write(byte[] json) {
        try {
            long place = end;
            var bytes = ByteBuffer.allocate(LENGTH_BYTES + json.length)
                    .putInt(json.length)
                    .put(json)
                    .flip();
            end += bytes.remaining();
            for (long at = place; bytes.hasRemaining(); ) {
                at += file.write(bytes, at);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be written", e);
        }
    }

    private Transaction read(long place) {
        try {
            int length = filled(place, LENGTH_BYTES).getInt();
            byte[] json = filled(place + LENGTH_BYTES, length).array();
            return Json.as(Json.tree(json), Transaction.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be read", e);
        }
    }

    private ByteBuffer filled(long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("it ends at " + end);
            }
        }
        return bytes.flip();
    }
}
