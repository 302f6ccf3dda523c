package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.problem.Problem;
import dev.whistle.testing.OnH2;
import java.io.InputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What REST cannot show: commands of the engine's Java services, and what does not count as outside. */
@OnH2
class HardeningTest {

    @Autowired
    private ProcessEngine engine;

    @AfterEach
    void logOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void filesAndRemarksBelongToTheCaseNotTheEngine() {
        engine.getIdentityService().setAuthentication("t-officer", List.of("camunda-admin"));

        assertRefused(
                "engine.beside-the-case",
                () -> engine.getTaskService()
                        .createAttachment("text", "x", null, "x", "x", InputStream.nullInputStream()));
        assertRefused("engine.beside-the-case", () -> engine.getTaskService().createComment("x", null, "x"));
    }

    @Test
    void movingTokensIsARepair() {
        engine.getIdentityService().setAuthentication("t-officer", List.of("street-wanli.officer"));

        assertRefused(
                "engine.repair",
                () -> engine.getRuntimeService()
                        .createProcessInstanceModification("x")
                        .startBeforeActivity("y")
                        .execute());
    }

    @Test
    void nobodyLoggedInIsNotOutside() {
        assertIsLetThrough(this::correlate);
    }

    @Test
    void whatOurCodeDoesWithAuthorizationOffIsNotOutside() {
        engine.getIdentityService().setAuthentication("t-officer", List.of("street-wanli.officer"));

        assertRefused("engine.repair", this::correlate);
        assertIsLetThrough(() -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(inner -> {
                    assertThat(Context.getCommandContext()).isSameAs(context);
                    correlate();
                    return null;
                })));
    }

    private void correlate() {
        engine.getRuntimeService().createMessageCorrelation("t-none").correlateAll();
    }

    private static void assertIsLetThrough(ThrowingCallable call) {
        assertThatCode(call).doesNotThrowAnyException();
    }

    private static void assertRefused(String messageKey, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.messageKey()).isEqualTo(messageKey));
    }
}
