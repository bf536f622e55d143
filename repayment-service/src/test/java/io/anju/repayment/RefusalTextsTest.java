package io.anju.repayment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.anju.kernel.result.Refusal;
import io.anju.kit.problem.ProblemTexts;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A borrower is told every refusal in words, in both languages; a new one without words fails here. */
class RefusalTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    static Stream<Class<?>> refusals() {
        return new ClassFileImporter()
                .importPackages("io.anju.repayment").stream()
                        .filter(type -> type.isAssignableTo(Refusal.class) && type.isRecord())
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void hasWords(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] values = Arrays.stream(constructor.getParameterTypes())
                .map(RefusalTextsTest::any)
                .toArray();

        var refusal = (Refusal) constructor.newInstance(values);

        assertTrue(texts.knows(refusal.code()), refusal.code());
    }

    private static Object any(Class<?> type) {
        if (type == UUID.class) {
            return new UUID(0, 1);
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type == int.class ? 1 : "text";
    }
}
