package io.anju.launcher.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to be started as a child process.
 *
 * @param name what people call it; also the name of its log and of its run file
 * @param command the executable and its arguments
 * @param settings environment variables on top of the launcher's own
 * @param folder working directory
 * @param ready answers 200 once the program can do its work
 */
public record Program(String name, List<String> command, Map<String, String> settings, Path folder, URI ready) {

    public Program {
        command = List.copyOf(command);
        settings = Map.copyOf(settings);
    }

    /** The same program started by another command. */
    public Program withCommand(List<String> other) {
        return new Program(name, other, settings, folder, ready);
    }
}
