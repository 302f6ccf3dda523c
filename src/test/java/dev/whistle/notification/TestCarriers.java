package dev.whistle.notification;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Channels that a test opens, to servers of its own; closed for all other tests of the context. */
@Component
@Primary
class TestCarriers implements Carriers {

    private final Map<Channel, Carrier> open = new EnumMap<>(Channel.class);

    @Override
    public synchronized Optional<Carrier> of(Channel channel) {
        return Optional.ofNullable(open.get(channel));
    }

    synchronized void open(Channel channel, Carrier carrier) {
        open.put(channel, carrier);
    }

    synchronized void closeAll() {
        open.clear();
    }
}
