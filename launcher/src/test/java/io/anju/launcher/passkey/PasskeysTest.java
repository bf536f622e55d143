package io.anju.launcher.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasskeysTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final String CREATION = """
            {"rp":{"id":"localhost"},"user":{"id":"MTIz"},"challenge":"AAAA",
             "pubKeyCredParams":[{"type":"public-key","alg":-7}]}""";
    private static final String REQUEST = "{\"challenge\":\"AAAA\"}";

    @TempDir
    private Path folder;

    @Test
    void remembersADeviceFromOneCommandToTheNext() {
        String created = answer(CREATION, "create", "--as", "borrower");

        String signed = answer(REQUEST, "get", "--as", "borrower");

        assertEquals(id(created), id(signed));
    }

    @Test
    void saysWhenADeviceHasNoPasskey() {
        var failure = assertThrows(LaunchFailure.class, () -> answer(REQUEST, "get", "--as", "stranger"));

        assertTrue(failure.getMessage().startsWith("NotAllowedError"));
    }

    @Test
    void refusesANameThatIsNoFileName() {
        assertThrows(LaunchFailure.class, () -> PasskeyOptions.parse(List.of("get", "--as", "../x"), ORIGIN));
    }

    private String answer(String ceremony, String... words) {
        return new Passkeys(new Home(folder, folder)).run(PasskeyOptions.parse(List.of(words), ORIGIN), ceremony);
    }

    private static String id(String credential) {
        return credential.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
    }
}
