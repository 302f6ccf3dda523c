package dev.whistle.clock;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** In tests a model that closes a case over a running statutory clock fails where it does so. */
@Primary
@Component
class FailLeftRunning implements LeftRunning {

    @Override
    public void owed(CaseClock clock) {
        throw new IllegalStateException("the model closed case " + clock.caseNo() + " while its statutory clock "
                + clock.kind() + " ran: meet or cancel it before closeCase");
    }
}
