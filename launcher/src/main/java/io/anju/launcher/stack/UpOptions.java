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
 * @param portOffset added to every usual port
 */
public record UpOptions(boolean fresh, boolean detach, boolean supervise, int portOffset) {

    /** Reads the words after {@code up}. */
    public static UpOptions parse(List<String> words) {
        var options = new UpOptions(false, false, false, 0);
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            options = switch (word) {
                case "--fresh" -> new UpOptions(true, options.detach, options.supervise, options.portOffset);
                case "--detach" -> new UpOptions(options.fresh, true, options.supervise, options.portOffset);
                case "--supervise" -> new UpOptions(options.fresh, options.detach, true, options.portOffset);
                case "--port-offset" ->
                    new UpOptions(options.fresh, options.detach, options.supervise, number(word, rest));
                default ->
                    throw new LaunchFailure("up does not know " + word + " (--fresh, --detach, --port-offset N)");
            };
        }
        return options;
    }

    /** The words for the background process that stands for these options. */
    List<String> forSupervisor() {
        var words = new ArrayList<>(List.of("up", "--supervise", "--port-offset", Integer.toString(portOffset)));
        if (fresh) {
            words.add("--fresh");
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
