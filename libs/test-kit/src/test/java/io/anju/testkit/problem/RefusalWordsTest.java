package io.anju.testkit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {

    private static final String SILENT = "io.anju.testkit.problem.silent";

    @Test
    void theKitHasWordsForWhatItAnswers() {
        RefusalWords.checkKit();
    }

    @Test
    void findsEachCodeThatHasNoWordsInEachLanguage() {
        var codes = StableCodes.of(new ClassFileImporter().importPackages(SILENT));

        assertEquals(Set.of("SILENT_PROBLEM", "TOKEN_MISSING"), codes.ofProblems());
        assertEquals(
                List.of(
                        "SILENT_PROBLEM has no title and detail in zh",
                        "SILENT_REFUSAL has no words in zh",
                        "SILENT_FIELD of a field has no words in zh",
                        "SILENT_PROBLEM has no title and detail in en",
                        "SILENT_REFUSAL has no words in en",
                        "SILENT_FIELD of a field has no words in en"),
                RefusalWords.faults(codes, "no-such-words_"));
    }
}
