package io.anju.gateway.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs to a path: the longest prefix wins, segment by segment, a written segment before {@code *}, which stands for any one.
 *
 * <p>With {@code /api/v1/me} → identity and {@code /api/v1/me/contacts} → care, {@code /api/v1/me/contacts/7} is care's and {@code /api/v1/mean} nobody's.
 */
public final class PathTable<T> {
    private static final String ANY = "*";

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private @Nullable T value;
    }

    private final Node<T> root = new Node<>();

    /** Adds a prefix; throws if it is there already. */
    public void add(String prefix, T value) {
        var node = root;
        for (var segment : segments(prefix)) {
            node = node.next.computeIfAbsent(segment, s -> new Node<>());
        }
        if (node.value != null) {
            throw new IllegalArgumentException(prefix + " is in the table twice");
        }
        node.value = value;
    }

    /** What belongs to a path. */
    public Optional<T> find(String path) {
        return Optional.ofNullable(find(root, segments(path), 0));
    }

    private static <T> @Nullable T find(Node<T> node, String[] segments, int depth) {
        if (depth < segments.length) {
            for (var key : new String[] {segments[depth], ANY}) {
                var next = node.next.get(key);
                var found = next == null ? null : find(next, segments, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return node.value;
    }

    private static String[] segments(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not a path: " + path);
        }
        return path.length() == 1 ? new String[0] : path.substring(1).split("/");
    }
}
