package dev.whistle.palette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the model fills in: a field of a {@link Block} ({@code camunda:field} of the same name) or a parameter of
 * {@link Candidates}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface BlockField {

    /** What designers call it, in Chinese. */
    String label();

    /** What to write there, in Chinese. */
    String hint() default "";

    /** Whether the block cannot do without it. */
    boolean required() default true;

    /** What may be written there. */
    Choice choice() default Choice.ANYTHING;

    /** Where the values that a designer may choose from come from. */
    enum Choice {
        /** A text or an expression. */
        ANYTHING,
        /** A kind of clock: a row of {@code time-limits.dmn}. */
        CLOCK,
        /** A letter: a row of {@code letters.dmn}. */
        LETTER,
        /** An event that somebody is told of: a row of {@code messages.dmn}. */
        MESSAGE,
        /** Somebody who is told. */
        RECIPIENT,
        /** How a case ended. */
        OUTCOME
    }
}
