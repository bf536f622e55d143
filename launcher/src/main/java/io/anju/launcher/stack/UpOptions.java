package io.anju.launcher.stack;

import io.anju.launcher.LaunchFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * How the stack is wanted.
 *
 * @param fresh begin with empty databases and new keys
 * @param detach leave it running in the background
 * @param supervise be that background process (for the launcher's own use)
 * @param train make the start-up caches that are missing, in the background
 * @param portOffset added to every usual port
 */
public record UpOptions(boolean fresh, boolean detach, boolean supervise, boolean train, int portOffset) {

    private static final String WORDS = "--fresh, --detach, --port-offset N, --no-training";

    /** Reads the words after {@code up}. */
    public static UpOptions parse(List<String> words) {
        boolean fresh = false;
        boolean detach = false;
        boolean supervise = false;
        boolean train = true;
        int portOffset = 0;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--detach" -> detach = true;
                case "--supervise" -> supervise = true;
                case "--no-training" -> train = false;
                case "--port-offset" -> portOffset = number(word, rest);
                default -> throw new LaunchFailure("up does not know " + word + " (" + WORDS + ")");
            }
        }
        return new UpOptions(fresh, detach, supervise, train, portOffset);
    }

    /** The words for the background process that stands for these options. */
    List<String> forSupervisor() {
        var words = new ArrayList<>(List.of("up", "--supervise", "--port-offset", Integer.toString(portOffset)));
        if (fresh) {
            words.add("--fresh");
        }
        if (!train) {
            words.add("--no-training");
        }
        return words;
    }

    private static int number(String option, Iterator<String> rest) {
        try {
            return Integer.parseInt(rest.hasNext() ? rest.next() : "");
        } catch (NumberFormatException malformed) {
            throw new LaunchFailure(option + " takes a number", malformed);
        }
    }
}
