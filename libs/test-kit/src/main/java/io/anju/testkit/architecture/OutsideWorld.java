package io.anju.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the JDK offers to reach beyond the arguments of a method, called or handed on as a method reference. */
final class OutsideWorld {

    private static final Set<Class<?>> TIMES = Set.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);

    /** Files, databases and other hosts. */
    static final DescribedPredicate<JavaClass> REACHED = describe(
            "reach files, databases or other hosts",
            type -> Stream.of("java.net.http", "java.nio.file", "java.sql")
                            .anyMatch(in -> type.getPackageName().equals(in)
                                    || type.getPackageName().startsWith(in + "."))
                    || type.getName().matches("java\\.io\\.(File.*|RandomAccessFile)"));

    /** The machine's clock; a time by a clock that is an argument is none. */
    static final DescribedPredicate<JavaAccess<?>> CLOCK_READ = describe(
            "read the machine's clock",
            access -> TIMES.stream().anyMatch(time -> isOf(access, time, "now")) && !takesClock(access)
                    || isOf(access, System.class, "currentTimeMillis")
                    || isOf(access, Clock.class, "system.*|tick(Millis|Seconds|Minutes)")
                    || isOf(access, InstantSource.class, "system"));

    /** A thread that waits. */
    static final DescribedPredicate<JavaAccess<?>> WAIT = describe(
            "wait",
            access -> isOf(access, Uni.class, "await")
                    || isOf(access, Thread.class, "sleep")
                    || isOf(access, TimeUnit.class, "sleep")
                    || isOf(access, Future.class, "get")
                    || isOf(access, CompletableFuture.class, "join"));

    private OutsideWorld() {}

    private static boolean isOf(JavaAccess<?> access, Class<?> owner, String name) {
        return access.getTargetOwner().isAssignableTo(owner) && access.getName().matches(name);
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains(Clock.class.getName());
    }
}
