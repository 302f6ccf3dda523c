package dev.whistle.sheet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What officers call a list of such rows, on the record; on a component, the column that it fills. A component without
 * one is for programs and is left out of spreadsheets.
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Heading {
    String value();
}
