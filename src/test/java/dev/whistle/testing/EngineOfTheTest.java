package dev.whistle.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Camunda's REST interface and web apps ask a list of the whole JVM for the engine called "default". With two contexts
 * alive, they would serve the one that started last; here it is the test's own. Nothing runs behind a test's back: its
 * job executor rests, and jobs are run by {@link Jobs}.
 */
public class EngineOfTheTest extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        ProcessEngine engine = test.getApplicationContext().getBean(ProcessEngine.class);
        ProcessEngines.registerProcessEngine(engine);
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
    }
}
