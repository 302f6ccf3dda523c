package dev.whistle.engine;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The engine's side of {@link Background}: hands a job that is due to the work it names. */
final class BackgroundJobs implements JobHandler<BackgroundJobs.Order> {

    static final String TYPE = "whistle-background";

    private final ObjectProvider<BackgroundWork> works;

    BackgroundJobs(ObjectProvider<BackgroundWork> works) {
        this.works = works;
    }

    /** What is to be done; a work's name has no blank. */
    record Order(String work, String argument) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return work + " " + argument;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(
            Order order, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenantId) {
        BackgroundWork work = works.stream()
                .filter(it -> it.name().equals(order.work()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does the work " + order.work()));
        context.runWithoutAuthorization(() -> {
            work.run(order.argument());
            return order;
        });
    }

    @Override
    public Order newConfiguration(String stored) {
        int blank = stored.indexOf(' ');
        return new Order(stored.substring(0, blank), stored.substring(blank + 1));
    }

    @Override
    public void onDelete(Order order, JobEntity job) {
        // the job holds nothing that it does not carry
    }
}
