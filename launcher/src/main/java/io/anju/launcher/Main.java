package io.anju.launcher;

import io.anju.launcher.keys.ClientAssertion;
import io.anju.launcher.keys.Secrets;
import io.anju.launcher.passkey.PasskeyOptions;
import io.anju.launcher.passkey.Passkeys;
import io.anju.launcher.stack.Down;
import io.anju.launcher.stack.Restart;
import io.anju.launcher.stack.Status;
import io.anju.launcher.stack.Up;
import io.anju.launcher.stack.UpOptions;
import io.anju.testkit.passkey.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The commands of the script {@code anju} that need more than a shell. */
public final class Main {

    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** {@code up|down|status|restart|passkey|assertion|digest} and its words. */
    public static void main(String[] arguments) {
        var terminal = new Terminal();
        try {
            System.exit(run(List.of(arguments), terminal));
        } catch (LaunchFailure failure) {
            terminal.problem(String.valueOf(failure.getMessage()));
        } catch (UncheckedIOException disk) {
            terminal.problem("cannot read or write: " + disk.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        System.exit(REFUSED);
    }

    private static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Home home = home();
        String command = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (command) {
            case "up" -> new Up(home, terminal, UpOptions.parse(rest)).run();
            case "down" -> new Down(home, terminal).run();
            case "status" -> new Status(home, terminal).run();
            case "restart" -> new Restart(home, terminal).run(only(rest, "usage: ./anju restart SERVICE"));
            case "passkey" -> passkey(home, terminal, rest);
            case "assertion" -> assertion(home, terminal, only(rest, "usage: ./anju assertion CLIENT"));
            case "digest" -> digest(terminal, only(rest, "usage: ./anju digest FILE"));
            default -> {
                terminal.problem("unknown command: " + command);
                yield MISUSED;
            }
        };
    }

    private static int passkey(Home home, Terminal terminal, List<String> words) {
        var options = PasskeyOptions.parse(words, Status.origin(home));
        terminal.line(new Passkeys(home).run(options, Passkeys.standardInput()));
        return 0;
    }

    private static int assertion(Home home, Terminal terminal, String client) {
        var secrets = new Secrets(home.secrets());
        terminal.line(ClientAssertion.sign(client, secrets.clientKey(client), Status.origin(home), Instant.now()));
        return 0;
    }

    private static int digest(Terminal terminal, String file) {
        try {
            terminal.line(Digests.bodySha256(Files.readAllBytes(Path.of(file))));
            return 0;
        } catch (IOException unreadable) {
            throw new LaunchFailure("cannot read " + file, unreadable);
        }
    }

    private static String only(List<String> words, String usage) {
        if (words.size() != 1) {
            throw new LaunchFailure(usage);
        }
        return words.getFirst();
    }

    /** The script names both folders. */
    private static Home home() {
        Path root =
                Path.of(System.getProperty("anju.root", ".")).toAbsolutePath().normalize();
        String state = System.getProperty("anju.home", root.resolve(".anju").toString());
        return new Home(root, Path.of(state).toAbsolutePath().normalize());
    }
}
