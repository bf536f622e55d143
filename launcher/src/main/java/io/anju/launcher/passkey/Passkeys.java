package io.anju.launcher.passkey;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.keys.SecretFiles;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * {@code ./anju passkey}: a phone of its own for everybody who follows the journey by hand. Each name is one device,
 * kept in a file; options come on standard input, the credential goes to standard output.
 */
public final class Passkeys {

    private final Home home;

    /** The devices of this home. */
    public Passkeys(Home home) {
        this.home = home;
    }

    /** Reads the words after {@code passkey} and answers the ceremony. */
    public String run(PasskeyOptions options, String ceremony) {
        SecretFiles.folder(home.passkeys());
        Path file = home.passkeys().resolve(options.device() + ".json");
        EmulatedAuthenticator device = Files.exists(file)
                ? EmulatedAuthenticator.restore(SecretFiles.read(file))
                : new EmulatedAuthenticator();
        String answer = answer(options, device, ceremony);
        SecretFiles.write(file, device.export().getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    private static String answer(PasskeyOptions options, EmulatedAuthenticator device, String ceremony) {
        BiFunction<String, String, String> act = options.creates() ? device::create : device::get;
        try {
            return act.apply(ceremony, options.origin());
        } catch (IllegalArgumentException | IllegalStateException refused) {
            throw new LaunchFailure(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Standard input to its end. */
    public static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new LaunchFailure("cannot read standard input", unreadable);
        }
    }
}
