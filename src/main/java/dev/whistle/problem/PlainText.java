package dev.whistle.problem;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text as people type it: line breaks, but no other control characters, which no database and no letter can hold. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[^\\p{Cntrl}]*(?:[\\r\\n\\t][^\\p{Cntrl}]*)*")
public @interface PlainText {

    String message() default "{text.control}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
