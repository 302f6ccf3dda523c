package dev.whistle.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clauses that a test shows kept, by their ids in {@code processes/clauses.csv}. The running application tells them
 * under {@code /api/clauses}: {@code model.ClauseTestsTest} gathers them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Clause {
    String[] value();
}
