package io.anju.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Refusal;
import io.anju.kit.problem.ProblemTexts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason this service refuses for has words in both languages. */
@QuarkusTest
class ProblemWordsTest extends CareTestBase {

    @Inject
    ProblemTexts texts;

    @ParameterizedTest
    @ValueSource(
            classes = {
                io.anju.care.permit.model.ContactRefusal.class,
                io.anju.care.permit.model.OutcomeRefusal.class,
                io.anju.care.permit.model.RedemptionRefusal.class,
                io.anju.care.agency.model.AgencyRefusal.class,
                io.anju.care.calendar.model.CalendarRefusal.class,
                io.anju.care.complaint.model.ComplaintRefusal.class,
                io.anju.care.appointment.model.AppointmentRefusal.class
            })
    void hasWordsForEveryRefusal(Class<? extends Refusal> refusals) {
        var silent = java.util.Arrays.stream(refusals.getPermittedSubclasses())
                .filter(ProblemWordsTest::hasACodeOfItsOwn)
                .map(ProblemWordsTest::code)
                .filter(code -> !texts.knows(code))
                .toList();

        assertEquals(List.of(), silent);
    }

    private static boolean hasACodeOfItsOwn(Class<?> refusal) {
        return java.util.Arrays.stream(refusal.getRecordComponents())
                .noneMatch(component -> Refusal.class.isAssignableFrom(component.getType()));
    }

    private static String code(Class<?> refusal) {
        try {
            var constructor = refusal.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            var arguments = java.util.Arrays.stream(constructor.getParameterTypes())
                    .map(type -> type == int.class ? (Object) 0 : type == boolean.class ? (Object) false : null)
                    .toArray();
            return ((Refusal) constructor.newInstance(arguments)).code();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
