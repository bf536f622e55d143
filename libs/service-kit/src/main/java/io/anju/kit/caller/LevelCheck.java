package io.anju.kit.caller;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Enforces {@link RequiresLevel}. */
public class LevelCheck {

    private final Caller caller;

    LevelCheck(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    @RequiresLevel("")
    public void check(ResourceInfo resource) {
        var asked = asked(resource);
        var held = caller.level();
        // "L0" < "L1" < "L2" < "L3" by their text.
        if (held.compareTo(asked) < 0) {
            throw new ProblemException(Problem.of(403, "LEVEL_TOO_LOW", Map.of("required", asked, "level", held)));
        }
    }

    /** The method's own, or its class's. */
    private static String asked(ResourceInfo resource) {
        var own = resource.getResourceMethod().getAnnotation(RequiresLevel.class);
        return own != null
                ? own.value()
                : resource.getResourceClass().getAnnotation(RequiresLevel.class).value();
    }
}
