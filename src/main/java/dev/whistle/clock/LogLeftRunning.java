package dev.whistle.clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** In operation the log tells; tests fail. */
@Component
class LogLeftRunning implements LeftRunning {

    private static final Logger LOG = LoggerFactory.getLogger(LogLeftRunning.class);

    @Override
    public void owed(CaseClock clock) {
        LOG.error(
                "case {} was closed while its clock {} ran: before closeCase its model must meet or cancel it",
                clock.caseNo(),
                clock.kind());
    }
}
