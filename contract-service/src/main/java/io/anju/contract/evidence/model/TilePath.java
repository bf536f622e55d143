package io.anju.contract.evidence.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile lies (C2SP tlog-tiles): {@code 0/x001/x234/067} is tile 1234067 of level 0, {@code 0/000.p/17} the first 17 hashes of tile 0, {@code entries/000} its entries.
 *
 * @param entries whether the entries themselves are asked for, not their hashes
 * @param width 256 for a full tile
 */
public record TilePath(boolean entries, Tile.Id id, int width) {
    private static final Pattern PATH = Pattern.compile(
            "(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** The place that {@code path} names, empty when it names none. */
    public static Optional<TilePath> parse(String path) {
        Matcher match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        int width = match.group(3) == null ? Tile.WIDTH : Integer.parseInt(match.group(3));
        if (width > Tile.WIDTH || (match.group(3) != null && width == Tile.WIDTH)) {
            return Optional.empty();
        }
        boolean entries = match.group(1).equals("entries");
        int level = entries ? 0 : Integer.parseInt(match.group(1));
        long index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
        return Optional.of(new TilePath(entries, new Tile.Id(level, index), width));
    }
}
