package dev.whistle.palette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A way to say who may take a task: a method of a bean that user tasks call in {@code camunda:candidateGroups}. Its
 * parameters are the execution or {@link BlockField}s, for which the model names a variable. The element template that
 * process designers pick for a user task is made from this description.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Candidates {

    /** What designers call it, in Chinese. */
    String name();

    /** Who gets the task and what a designer must know, in one Chinese sentence. */
    String description();

    /** Raised by hand when a field comes, goes or becomes required: the Modeler then offers designers the update. */
    int version() default 1;
}
