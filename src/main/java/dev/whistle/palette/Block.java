package dev.whistle.palette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A building block that models are drawn from: a bean that a service task calls by its name. It is described here once;
 * the element template that process designers pick in Camunda Modeler is made from this description.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Block {

    /** What designers and officers call it, in Chinese. */
    String name();

    /** What it does and what a designer must know, in one Chinese sentence. */
    String description();

    /** Variables that it leaves for the gateways behind it. */
    String[] sets() default {};

    /** Raised by hand when a field comes, goes or becomes required: the Modeler then offers designers the update. */
    int version() default 1;
}
