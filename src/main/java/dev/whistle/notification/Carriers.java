package dev.whistle.notification;

import java.util.Optional;

/** The carriers of this installation. */
interface Carriers {

    /** Who carries messages of this channel; empty where the channel is closed. */
    Optional<Carrier> of(Channel channel);
}
