package io.anju.e2e.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack for the test classes that can do with one which others have used: it goes up for the first of them and down after the last. */
public final class SharedStack implements ParameterResolver {

    private record Running(Stack stack) implements AutoCloseable {

        @Override
        public void close() {
            stack.stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedStack.class))
                .computeIfAbsent(Stack.class, key -> new Running(Stack.start()), Running.class)
                .stack();
    }
}
