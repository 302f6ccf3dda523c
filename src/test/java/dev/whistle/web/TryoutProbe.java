package dev.whistle.web;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** A bean an intruder's expression would reach; it rings when it runs. */
@Component
public class TryoutProbe {

    private final AtomicInteger rung = new AtomicInteger();

    public String ring() {
        rung.incrementAndGet();
        return "t-nobody";
    }

    int rung() {
        return rung.get();
    }

    void reset() {
        rung.set(0);
    }
}
