package dev.whistle.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** The whole application with the demo district on H2 in memory. One context for all tests that carry it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestExecutionListeners(listeners = EngineOfTheTest.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:whistle;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;DEFAULT_NULL_ORDERING=HIGH",
            "whistle.clock.adjustable=true",
            "whistle.answerable-cases=10000", // all that tests have opened: a list is not cut before the one that is
            // looked for
            "whistle.personal-data.demo-key-file=target/demo.key"
        })
public @interface OnH2 {}
