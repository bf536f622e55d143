package io.anju.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where people read: whole lines, coloured when it is a terminal and nobody asked for none (NO_COLOR). */
public final class Terminal {

    private static final int[] PREFIX_COLOURS = {36, 33, 32, 35, 34, 96, 93, 92};
    private static final int RED = 31;
    private static final int PREFIX_WIDTH = 17;

    private final PrintStream out =
            new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    private final boolean coloured =
            System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null;

    /** One line. */
    public void line(String text) {
        out.println(text);
    }

    /** One line that says what is wrong. */
    public void problem(String text) {
        err.println(colour(RED, "anju: ") + text);
    }

    /** A line of a process's log behind its name. */
    public void log(String name, String text) {
        String prefix = name + " ".repeat(Math.max(1, PREFIX_WIDTH - name.length()));
        int colour = PREFIX_COLOURS[Math.floorMod(name.hashCode(), PREFIX_COLOURS.length)];
        out.println(colour(colour, prefix + "│ ") + text);
    }

    private String colour(int code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
