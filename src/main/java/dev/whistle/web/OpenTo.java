package dev.whistle.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The decision who may call a route under {@code /api}: any of these. A route without it is closed to everybody. Which
 * cases a caller may read or change is a second question, which {@code organisation.Access} answers.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenTo {
    Audience[] value();
}
