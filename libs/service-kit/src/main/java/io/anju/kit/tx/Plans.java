package io.anju.kit.tx;

/**
 * How PostgreSQL comes to the plan of a statement. One that is prepared once per connection keeps the plan that suited its
 * tables then. A statement that looks for work again and again does so on empty tables first; by the plan of those it would
 * read the whole table or compare each row with each, until somebody counts the table.
 */
public final class Plans {

    private static final String MARK = "/* planned anew */ ";

    private Plans() {}

    /** The statement, planned at each execution for the tables as they are: it costs another round trip. */
    public static String anew(String sql) {
        return MARK + sql;
    }

    static boolean isKept(String sql) {
        return !sql.startsWith(MARK);
    }
}
