package dev.whistle.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Background work that remembers what it was told, or fails with somebody's name. */
@Component
class TryoutWork implements BackgroundWork {

    static final String NAME = "tryout.work";

    final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        if (argument.isEmpty()) {
            throw new IllegalStateException(TryoutFailure.NAME);
        }
        done.add(argument);
    }
}
