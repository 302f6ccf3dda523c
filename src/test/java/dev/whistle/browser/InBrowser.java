package dev.whistle.browser;

import dev.whistle.testing.OnH2;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that take an {@link Office}: the application on H2 as other tests have it, and people in front of a browser.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnH2
@ExtendWith(OfficeExtension.class)
@interface InBrowser {}
