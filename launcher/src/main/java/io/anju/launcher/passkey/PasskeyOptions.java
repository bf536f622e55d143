package io.anju.launcher.passkey;

import io.anju.launcher.LaunchFailure;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./anju passkey} is asked to do.
 *
 * @param creates a new passkey; otherwise an assertion with one that is there
 * @param device the device's name, which becomes a file's name
 * @param origin the page that would be asking
 */
public record PasskeyOptions(boolean creates, String device, String origin) {

    private static final String USAGE = "usage: ./anju passkey create|get [--as NAME] [--origin URL] < options.json";

    public PasskeyOptions {
        if (!device.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new LaunchFailure("a device's name has up to 40 letters, digits, - and _");
        }
    }

    /** Reads the words after {@code passkey}. */
    public static PasskeyOptions parse(List<String> words, String usualOrigin) {
        Iterator<String> rest = words.iterator();
        boolean creates = switch (next(rest)) {
            case "create" -> true;
            case "get" -> false;
            default -> throw new LaunchFailure(USAGE);
        };
        String device = "me";
        String origin = usualOrigin;
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--as" -> device = next(rest);
                case "--origin" -> origin = next(rest);
                default -> throw new LaunchFailure(USAGE);
            }
        }
        return new PasskeyOptions(creates, device, origin);
    }

    private static String next(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new LaunchFailure(USAGE);
        }
        return rest.next();
    }
}
