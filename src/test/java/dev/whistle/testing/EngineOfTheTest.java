package dev.whistle.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Camunda's REST interface and web apps ask a list of the whole JVM for the engine called "default". With two contexts
 * alive, they would serve the one that started last; here it is the test's own.
 */
public class EngineOfTheTest extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
